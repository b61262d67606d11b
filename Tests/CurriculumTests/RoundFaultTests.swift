import Foundation
import Testing

@testable import Curriculum

/// Whatever can be wrong with a round is said, with its file, its place and what to do.
@Suite struct RoundFaultTests {
    private let content: EditedContent

    init() throws { content = try EditedContent() }

    @Test func `a kind's fixed questions`() throws {
        try content.edit("rounds/35.json") { $0.questions.removeLast() }
        try content.edit("rounds/30.json") { $0.questions.append(["id": "x", "form": "text"]) }
        try content.edit("rounds/38.json") { $0.questions[0]["options"] = ["yes", "no"] }
        try content.edit("rounds/39.json") { $0.questions.removeLast() }
        try content.edit("rounds/42.json") { $0.questions[0]["form"] = "choice" }
        try content.edit("rounds/5.json") { $0.questions[0]["staysMine"] = true }
        try content.edit("rounds/43.json") { $0.questions = [] }
        try content.edit("rounds/48.json") { $0["lasts"] = 3 }
        try content.edit("rounds/37.json") { $0["kind"] = "reply" }
        try content.edit("rounds/3.json") { $0.questions.removeLast() }
        try expect([
            "rounds/35.json: questions: turns have exactly seven",
            "rounds/30.json: questions: heardMeant has exactly three",
            "rounds/38.json: questions: a reply has exactly two",
            "rounds/39.json: questions: what lasts some days has at least three",
            "rounds/42.json: questions: a match has exactly one",
            "rounds/5.json: questions: all of it stays with its author",
            "rounds/43.json: questions: give it at least one question",
            "rounds/48.json: lasts: only a joint round is tried",
            "rounds/37.json: wishes: is missing",
            "rounds/3.json: questions: what is carried is asked the next day",
        ])
    }

    @Test func `ties between rounds`() throws {
        try content.edit("rounds/5.json") { $0["lighterTwin"] = "5M" }
        try content.edit("rounds/6.json") { $0["lighterTwin"] = "7" }
        try content.edit("rounds/22.json") { $0["lighterTwin"] = nil }
        try content.edit("rounds/32.json") { $0["needs"] = "34" }
        try content.edit("rounds/38.json") { $0["wishes"] = "39" }
        try content.edit("rounds/47.json") { $0["gathers"] = "50" }
        try content.edit("rounds/4.json") { $0.questions[1]["recalls"] = "5" }
        try content.edit("rounds/9.json") { $0["idea"] = "rare-kis" }
        try content.edit("rounds/43.json") { $0["kind"] = "repair" }
        try content.edit("rounds/25.json") { $0["more"] = ["251"] }
        try content.edit("ideas.json") { json in
            var ideas = json["ideas"] as? [[String: Any]] ?? []
            ideas[0]["rounds"] = ["0", "98"]
            ideas.append(ideas[1])
            json["ideas"] = ideas
        }
        try expect([
            "rounds/5.json: lighterTwin: names the round 5M, which isn't there; did you mean",
            "rounds/6.json: lighterTwin: the round 7 has another place",
            "rounds/22.json: isGated: give it a lighterTwin",
            "rounds/32.json: needs: names the round 34, which comes later",
            "rounds/38.json: wishes: names the round 39, which comes later",
            "rounds/38.json: wishes: the round 39 is none of wishes",
            "rounds/47.json: gathers: names the round 50, which comes later",
            "rounds/4.json: questions[1].recalls: names the round 5, which comes later",
            "rounds/9.json: idea: there is no such idea in ideas.json; did you mean rare-kiss?",
            "rounds/43.json: kind: there can be one round of kind repair only",
            "rounds/25.json: more: names the round 251, which isn't there",
            "ideas.json: talk-needs-safety: names the round 98",
            "ideas.json: liking-aloud: is there twice",
        ])
    }

    @Test func `keys and values`() throws {
        try content.edit("rounds/5.json") { $0["isGatd"] = true }
        try content.edit("rounds/6.json") { $0["bananas"] = 1 }
        try content.edit("rounds/7.json") { $0["kind"] = "seeled" }
        try content.edit("rounds/8.json") { $0["depth"] = 4 }
        try content.edit("rounds/9.json") { $0["name"] = "9-2" }
        try content.edit("rounds/10.json") { $0["idea"] = nil }
        try content.edit("rounds/11.json") { $0["isGated"] = "yes" }
        try content.edit("rounds/12.json") { $0["questions"] = "?" }
        try content.edit("rounds/13.json") { $0.questions[0]["stayMine"] = true }
        try content.edit("rounds/17.json") { $0["schema"] = 2 }
        try expect([
            "rounds/5.json: isGatd: there is no such key; did you mean isGated?",
            "rounds/6.json: bananas: there is no such key; take it out",
            "rounds/7.json: kind: expected one of thought, note, sealed",
            "did you mean sealed?",
            "rounds/8.json: depth: expected a whole number from 1 to 3",
            "rounds/9.json: name: is 9-2, and the file is called 9.json",
            "rounds/9.json: name: give 1 to 12 letters",
            "rounds/10.json: idea: is missing; add it",
            "rounds/11.json: isGated: expected true or false, without quotes",
            "rounds/12.json: questions: expected a list in brackets",
            "rounds/13.json: questions[0].stayMine: there is no such key; did you mean staysMine?",
            "rounds/17.json: schema: expected the number 1",
        ])
        let said = try faults()
        #expect(said.split(separator: "\n").count == 11, "what is wrong is said once:\n\(said)")
    }

    @Test func `an order that can't be read is said, and nothing that follows from it`() throws {
        try content.edit("course.json") { $0["gate"] = ["6"] }
        #expect(try faults() == "course.json: gate: there is no such key; did you mean gates?")
    }

    @Test func `what stands within questions`() throws {
        try content.edit("rounds/14.json") { $0.questions[1]["id"] = $0.questions[0]["id"] }
        try content.edit("rounds/17.json") { $0.questions[0]["id"] = "a b" }
        try content.edit("rounds/33.json") {
            $0.questions[0]["form"] = "choice"
            $0.questions[0]["options"] = ["a", "a", "b"]
        }
        try expect([
            "rounds/14.json: questions[1].id: friends is there twice",
            "rounds/17.json: questions[0].id: give 1 to 24 letters",
            "rounds/33.json: questions[0]: strengths: an option is there twice",
        ])
    }

    @Test func texts() throws {
        let path = "texts/en/rounds"
        try content.edit("\(path)/5.json") { $0.texts["rule"]?["title"] = " " }
        try content.edit("\(path)/6.json") { $0["whi"] = "x" }
        try content.edit("\(path)/12.json") { $0["why"] = "" }
        try content.edit("\(path)/17.json") { $0.texts["more"] = ["title": "a", "text": "b"] }
        try content.edit("\(path)/18.json") { $0.texts = [:] }
        try content.edit("\(path)/45.json") {
            $0.texts["loop"]?["options"] = ["sawIt": "I saw it", "afterward": "Later"]
            $0.texts["softened"]?["low"] = "none"
        }
        try content.edit("\(path)/46.json") { $0.texts["now"]?["high"] = nil }
        try content.edit("\(path)/43.json") { $0.texts["easier"]?["tilte"] = "x" }
        try expect([
            "\(path)/5.json: questions.rule.title: expected some words",
            "\(path)/6.json: whi: there is no such key; did you mean why?",
            "\(path)/12.json: why: expected some words",
            "\(path)/17.json: questions.more: the round has no such question; take it out",
            "\(path)/18.json: questions.", "is missing; add its title and text",
            "\(path)/45.json: questions.loop.options.afterward: the question has no such option; did"
                + " you mean afterwards?",
            "\(path)/45.json: questions.loop.options.afterwards: give 1 to 18 characters",
            "\(path)/45.json: questions.softened: only a scale has low and high",
            "\(path)/46.json: questions.now: name both ends of the line",
        ])
    }

    @Test func `an order with a round twice`() throws {
        try content.edit("course.json") { json in
            json["order"] = (json["order"] as? [String] ?? []) + ["5"]
        }
        try expect(["course.json: order: names the round 5 twice"])
    }

    @Test(arguments: [
        ("{\n\"a\": 1,\n}", 3, "surplus comma"), ("{\"a\": 1\n\"b\": 2}", 2, "expected a comma"),
        ("{\"a\": \"x\n\"}", 1, "quote is missing"), ("{\"a\":\n yes}", 2, "in quotes"),
        ("{\"a\": 1, \"a\": 2}", 1, "twice"), ("{\"a\": [1, 2}", 1, "]"),
        ("{\"a\" 1}", 1, "colon"), ("{} {}", 1, "last brace"), ("", 1, "too early"),
        ("{\"a\": \"\\x\"}", 1, "after \\"), ("{\"a\": \"\\ud800\"}", 1, "no character"),
        ("{\"a\": 1.2.3}", 1, "no number"), ("{\n", 2, "too early"),
        (String(repeating: "[", count: 40), 1, "brackets"),
    ])
    func `where JSON breaks off`(text: String, line: Int, what: String) throws {
        let fault = try #require(throws: ContentSyntaxFault.self) {
            try ContentTreeReading.tree(of: Array(text.utf8))
        }
        #expect(fault.line == line)
        #expect(fault.what.contains(what), "\(fault.what)")
    }

    @Test func `what is JSON is read as it is meant`() throws {
        let text = #" { "a" : [ true , null , -1.5e3 ], "b\n\u00e9\ud83d\ude00\/" : "\"\\" } "#
        let tree = try ContentTreeReading.tree(of: Array(text.utf8))
        #expect(
            tree
                == .object([
                    .init(key: "a", value: .list([.truth(true), .null, .number("-1.5e3")])),
                    .init(key: "b\né😀/", value: .text("\"\\")),
                ]))
        for bytes in [[UInt8(ascii: "\""), 0xFF, UInt8(ascii: "\"")], [0x22, 0x5C]] as [[UInt8]] {
            #expect(throws: ContentSyntaxFault.self) { try ContentTreeReading.tree(of: bytes) }
        }
    }

    private func faults() throws -> String {
        let found = #expect(throws: CurriculumFaults.self) {
            try Curriculum.load(from: content.folder)
        }
        return try #require(found).description
    }

    private func expect(
        _ parts: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let said = try faults()
        for part in parts {
            #expect(said.contains(part), "\(part) in:\n\(said)", sourceLocation: sourceLocation)
        }
    }
}
