import Testing

/// What no client of the platform sends, and much that one does: each gets one answer or none,
/// and what comes after it is heard.
@Suite(.timeLimit(.minutes(40))) struct StrangeUpdateTests {
    private typealias House = StrangeHouse

    /// Kinds of messages that we don't take.
    private static let others = [
        #""photo":[{"file_id":"a","width":1,"height":1}],"caption":"hello""#, #""photo":[]"#,
        #""sticker":{"file_id":"a","emoji":"x"}"#, #""location":{"latitude":1e400,"longitude":-0}"#,
        #""contact":{"phone_number":"1","first_name":"x"}"#, #""venue":{}"#,
        #""poll":{"id":"1","question":"q","options":[]}"#, #""dice":{"emoji":"d","value":6}"#,
        #""video_note":{"file_id":"a","length":1,"duration":1}"#, #""video":{}"#,
        #""document":{"file_id":"a","file_name":"../../etc/passwd"}"#, #""audio":{}"#,
        #""animation":{}"#, #""story":{"id":1}"#, #""game":{"title":"x"}"#,
        #""invoice":{"title":"x","total_amount":9223372036854775807}"#, #""checklist":{}"#,
        #""paid_media":{}"#, #""a_kind_of_2031":{"deep":[[[]]]}"#, #""text":"""#,
        #""text":"\u0000\u0001""#, #""voice":null"#,
    ]

    @Test(arguments: others.map(Odd.init)) func `another kind gets one line`(odd: Odd) async throws
    {
        let members = odd.text
        let heard = try await around(House.message(members))
        #expect(heard.map { $0.hasPrefix("I only take words and voice messages.") } == [true])
        // Changed afterwards, it's nothing at all.
        #expect(try await around(House.message(members, kind: "edited_message")).isEmpty)
    }

    /// What concerns nobody, or can't be read.
    private static let silent = [
        House.message(#""pinned_message":{"message_id":1}"#),
        House.message(#""new_chat_title":"x""#),
        House.message(#""new_chat_photo":[]"#), House.message(#""successful_payment":{}"#),
        House.message(#""message_auto_delete_timer_changed":{"message_auto_delete_time":1}"#),
        House.message(#""text":"x""#, kind: "channel_post"),
        House.message(#""text":"x""#, kind: "edited_channel_post"),
        House.message(#""text":"x""#, kind: "business_message"),
        #""message_reaction":{"chat":{"id":7000,"type":"private"},"message_id":1}"#,
        #""inline_query":{"id":"1","query":"x"}"#, #""poll_answer":{}"#, #""message":{}"#,
        #""message":[]"#, #""message":7"#, #""callback_query":{}"#, #""my_chat_member":{}"#,
        #""callback_query":{"id":7,"from":{}}"#, #""unheard_of":{"message":{}}"#,
        House.message(#""text":7"#), House.message(#""text":"bad \q""#),
        #""message":{"message_id":1e400,"chat":{"id":7000,"type":"private"},"text":"x"}"#,
        #""message":{"message_id":1.5,"chat":{"id":7000,"type":"private"},"text":"x"}"#,
        #""message":{"message_id":1,"chat":{"id":1e30,"type":"private"},"text":"x"}"#,
        #""message":{"message_id":1,"chat":{"id":9223372036854775807,"type":"private"},"text":"x"}"#,
        #""message":{"message_id":1,"chat":{"id":-0,"type":"private"},"text":"x"}"#,
        #""message":{"message_id":1,"chat":{"id":7000},"text":"x"}"#,
        #""message":\#(String(repeating: "[", count: 10_000))\#(String(repeating: "]", count: 10_000))"#,
        #""deep":\#(String(repeating: "{\"a\":", count: 10_000))1\#(String(repeating: "}", count: 10_000))"#,
        "{\"update_id\":9223372036854775807}", "{\"update_id\":1e400}", "{}", "{\"update_id\":-0}",
    ]

    @Test(arguments: silent.map(Odd.init)) func `what concerns nobody is passed over`(odd: Odd)
        async throws
    {
        #expect(try await around(odd.text).isEmpty)
    }

    /// Texts as they are brought, each with a piece of what is seen back.
    private static let texts = [
        [#""half \ud83d done""#, "half \u{FFFD} done"], [#""nul \u0000 in it""#, "nul  in it"],
        [#""\u001b[31mred\u0007""#, "[31mred"], [House.quoted("cafe\u{301}"), "cafe\u{301}"],
        [House.quoted(String(repeating: "👩‍👩‍👧‍👦", count: 300)), "👩‍👩‍👧‍👦👩‍👩‍👧‍👦"],
        [House.quoted("<b>&amp;</b>*_`[x](y)"), "<b>&amp;</b>*_`[x](y)"],
        [House.quoted("שלום, עולם"), "\n\nשלום, עולם\n\n"],
        [House.quoted("{partner} **x**"), "{partner} **x**"],
        [House.quoted("\u{202E}back\u{2067}wards"), "\n\nbackwards\n\n"],
        [House.quoted("up\(String(repeating: "\n \n", count: 900))down"), "up\n"],
        [
            House.quoted("a" + String(repeating: "\u{335}", count: 900)),
            "\n\na" + String(repeating: "\u{335}", count: 8) + "\n\n",
        ],
    ]

    @Test(arguments: texts) func `a strange text is seen back`(said: [String]) async throws {
        let (said, back) = (said[0], said[1])
        let heard = try await around(House.message("\"text\":\(said)"))
        #expect(heard.map { $0.hasPrefix("That's what you wrote:\n\n") } == [true])
        #expect(heard.first?.contains(back) == true)
        #expect(heard.first?.contains("You can add to it: just write on.") == true)
        #expect((heard.first?.utf16.count ?? 0) < 4_000)
        let turning = heard.first?.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) }
        #expect(turning == false)
    }

    @Test(
        arguments: [
            String(repeating: "a", count: 100_000), String(repeating: "👨‍👩‍👧", count: 4_096),
            String(repeating: "e\u{301}", count: 50_000),
            String(repeating: "\n", count: 9_000) + "x",
            "/name " + String(repeating: "x", count: 100_000),
            "/timezone " + String(repeating: "Berlin ", count: 15_000),
            "/time " + String(repeating: "9", count: 100_000),
            "/" + String(repeating: "x", count: 100_000),
            "a" + String(repeating: "\u{335}", count: 9_000),
        ].map(Odd.init))
    func `a text without end gets one short line`(odd: Odd) async throws {
        let heard = try await around(House.said(odd.text))
        #expect(heard.count == 1)
        #expect((heard.first?.utf16.count ?? 0) < 600)
    }

    /// Buttons nobody was given.
    private static let buttons = [
        "", "sh", "sh.", "sh..", "sh.x.1.2", "sh.../../x.1", "sh.u-note.-1",
        "fn.x.99999999999999999",
        "lv", "\u{202E}sh", "0", "pn.9", "zz.old.1", String(repeating: "a", count: 65),
        String(repeating: "a", count: 9_000), "op.\u{0}", "tt.0.0", "er.u-note",
    ]

    @Test(arguments: buttons.map(Odd.init)) func `a made-up button`(odd: Odd) async throws {
        let data = odd.text
        #expect(try await around(House.pressed(data)).count <= 2)
        for message in ["null", "{\"message_id\":5,\"date\":0}", "{\"message_id\":\"x\"}", "[]"] {
            #expect(try await around(House.pressed(data, on: message)).count <= 2)
        }
    }

    @Test func `a button of somebody else's message decides nothing of theirs`() async throws {
        let house = try await StrangeHouse()
        let seen = try await house.bring([House.said("You laughed.")])
        let buttons = try #require(seen.first?.buttons)
        try #require(buttons.count == 3)
        for data in buttons {
            // Forwarded, or made up after a glance: by the partner, another, a stranger.
            for other in [House.ben, House.cleo, 9_999] {
                let heard = try await house.bring([House.pressed(data, by: other)])
                #expect(heard.allSatisfy { $0.chat == other })
                #expect(!heard.contains { $0.text.contains("laughed") })
            }
        }
        // Ada's own answer is as it was: the same buttons still decide about it.
        let shared = try await house.bring([House.pressed(buttons[0])])
        #expect(shared.first?.text.hasPrefix("Put away.") == true)
    }

    @Test(
        arguments: [
            #""\u202e\u202dEvil""#, #""\u0000\u0007""#, "null", "7", #""""#, #""\u200b\u200b""#,
            House.quoted(String(repeating: "x", count: 10_000)),
            House.quoted("a" + String(repeating: "\u{335}", count: 5_000)),
            House.quoted("Two\nlines\u{2028}x"), #""half \ud83d""#,
        ].map(Odd.init))
    func `a strange name`(odd: Odd) async throws {
        let name = odd.text
        let house = try await StrangeHouse()
        let welcome = try await house.bring([
            House.message(#""text":"/start""#, in: 9_000, name: name)
        ])
        // A name that is none makes the message none.
        guard name != "7" else { return #expect(welcome.isEmpty) }
        #expect(welcome.count == 1)
        let begun = try await house.bring([House.pressed("ad", by: 9_000)])
        #expect(begun.count == 1)
        let status = try await house.bring([
            House.message(#""text":"/status""#, in: 9_000, name: name)
        ])
        #expect(status.first?.text.contains(" on your own here.") == true)
        #expect(status.first?.text.contains("\u{202E}") == false)
    }

    /// Brings an update in between others, looks that those are heard, and returns what it led to.
    private func around(_ update: String) async throws -> [String] {
        let house = try await StrangeHouse()
        let heard = try await house.bring([
            House.said("/status", by: House.cleo), update, House.said("/status", by: House.ben),
        ])
        #expect(heard.contains { $0.chat == House.cleo && $0.text.hasPrefix("You are Cleo,") })
        #expect(heard.contains { $0.chat == House.ben && $0.text.hasPrefix("You are Ben,") })
        #expect(heard.count { $0.chat != House.ada } == 2)
        let after = try await house.bring([House.said("/status")])
        #expect(after.map { $0.text.prefix(12) } == ["You are Ada,"])
        return heard.filter { $0.chat == House.ada }.map(\.text)
    }
}
