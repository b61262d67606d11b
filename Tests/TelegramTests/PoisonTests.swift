import Foundation
import Messenger
import Telegram
import Testing

@Suite("A poisoned update costs only itself and is confirmed (T27)")
struct PoisonTests {
    @Test(
        "whatever is wrong with it",
        arguments: [
            #"{"update_id":2}"#,
            #"{"update_id":2,"a_kind_of_2031":{"x":[1,2,{"y":"]}"}]}}"#,
            #"{"update_id":2,"message":null}"#,
            #"{"update_id":2,"message":"hello"}"#,
            #"{"update_id":2,"message":{"message_id":"2","text":5}}"#,
            #"{"update_id":2,"message":{"message_id":99999999999999999999999,"text":"x"}}"#,
            #"{"update_id":2,"message":{"message_id":1e400}}"#,
            #"{"update_id":2,"half \ud83d":1}"#,
            #"{"update_id":2,"message":{"text":"bad \q escape"}}"#,
            #"{"update_id":2,"message":[[[[}]}]}"#,
            "{\"update_id\":2,\"message\":" + String(repeating: "[", count: 200_000)
                + String(repeating: "]", count: 200_000) + "}",
            #"{"update_id":2,"message":{"message_id":2,"chat":{"id":4503599627370497,"#
                + #""type":"private"},"text":"no such chat"}}"#,
        ])
    func isLeftOut(poison: String) async throws {
        let batch = try await batch(said(1, "before"), said(3, "after"), poison)
        #expect(batch.items.map(\.id) == [1, 3])
        #expect(batch.next == Cursor(4))
        let alone = try await self.alone(poison)
        #expect(alone == Batch(items: [], next: Cursor(3)))
    }

    @Test("and its words are saved where only a character is broken")
    func isRepaired() async throws {
        let half = try await batch(said(1, #"half \ud83d, low \ude00, \ud83d\ude00"#))
        #expect(
            half.items.first?.event
                == .text(
                    message: MessageID(1), Hushed("half \u{FFFD}, low \u{FFFD}, 😀"), replyTo: nil))
        var bytes = Array(polled([said(1, "caf@, a\u{1}b")]).utf8)
        bytes[try #require(bytes.firstIndex(of: UInt8(ascii: "@")))] = 0xE9
        let script = Script([.success(HTTPResponse(status: 200, body: bytes))])
        let invalid = try await bot(script).receive(from: nil)
        #expect(
            invalid.items.first?.event
                == .text(message: MessageID(1), Hushed("caf\u{FFFD}, a b"), replyTo: nil))
    }

    @Test(
        "An id that can't be counted on is no id",
        arguments: ["-5", "0", "9223372036854775807", "\"7\"", "7.5", "null"])
    func hasNoID(id: String) async throws {
        let batch = try await batch("{\"update_id\":\(id)}", said(3, "good"))
        #expect(batch.items.map(\.id) == [3])
        #expect(batch.next == Cursor(4))
    }

    private func alone(_ poison: String) async throws -> Batch { try await batch(poison) }
}

@Suite("Decoding, by chance")
struct DecodingPropertyTests {
    private static let victims = [
        said(50, "hello"), message(50, #""voice":{"file_id":"AwAC","duration":3}"#),
        message(50, #""text":"x""#, kind: "edited_message"),
        #"{"update_id":50,"callback_query":{"id":"77","from":\#(personJSON),"message":"#
            + #"{"message_id":4,"chat":\#(privateChatJSON),"date":0},"data":"r7:yes"}}"#,
        #"{"update_id":50,"my_chat_member":{"chat":\#(privateChatJSON),"from":\#(personJSON),"#
            + #""date":1,"new_chat_member":{"status":"kicked"}}}"#,
    ]
    private static let poisons = [
        "null", "1e999", "-1", "99999999999999999999", "9223372036854775807", "1.5", "\"\"",
        #""\ud83d""#, #""\ude00\ud83d""#, #""\u0000""#, "{}", "[]", "true", "\"a\u{0}b\"",
        #"{"a":[{"b":"}]\"{["}]}"#, "\"\\q\"", "nonsense",
        String(repeating: "[", count: 3_000) + String(repeating: "]", count: 3_000),
    ]

    @Test("never loses the good neighbours of a bad update", arguments: 0..<300)
    func keepsNeighbours(seed: UInt64) async throws {
        var dice = Dice(seed: seed)
        let good = (1...3).map { said($0 * 20, "good \($0)") }
        let calm = try await bot(Script(bodies: [polled(good)])).receive(from: nil).items
        var victim = dice.pick(Self.victims)
        for _ in 0...dice.below(3) {
            let values = victim.ranges(of: #/:("([^"\\]|\\.)*"|-?\d+|true|false)/#)
            guard !values.isEmpty else { break }
            let value = dice.pick(values)
            victim.replaceSubrange(value, with: ":" + dice.pick(Self.poisons))
        }
        let updates = (good + [victim]).shuffled(using: &dice)
        let batch = try await bot(Script(bodies: [polled(updates)])).receive(from: nil)
        let survivors = batch.items.filter { item in calm.contains { $0.id == item.id } }
        #expect(survivors == calm)
        #expect(batch.items.count <= 4)
        #expect(try #require(batch.next).position == 61)
    }

    @Test("never traps on damaged bytes", arguments: 0..<300)
    func survivesDamage(seed: UInt64) async throws {
        var dice = Dice(seed: seed)
        var bytes = Array(polled(Self.victims).utf8)
        for _ in 0...dice.below(12) {
            let place = dice.below(bytes.count)
            switch dice.below(4) {
            case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &dice)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: Array(dice.pick(Self.poisons).utf8), at: place)
            default: bytes[place] = dice.pick(Array("\"\\{}[]:,0-e".utf8))
            }
        }
        if dice.below(4) == 0 { bytes.removeLast(dice.below(bytes.count)) }
        let script = Script([.success(HTTPResponse(status: 200, body: bytes))])
        do {
            let batch = try await bot(script).receive(from: nil)
            #expect(batch.items.map(\.id) == Set(batch.items.map(\.id)).sorted())
            for id in batch.items.map(\.id) { #expect(id < batch.next?.position ?? 0) }
        } catch {
            #expect(error as? Fault == .unreachable(sent: true))
        }
    }
}
