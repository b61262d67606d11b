import Dialogue
import Foundation
import Rehearsal
import Testing

@testable import Desk
@testable import Store

/// What somebody had shown stays with the one they showed it to, until they are forgotten.
@Suite struct LeftBehindTests {
    /// Something that both shared, or that one has read; then what Ben looks at again.
    struct Look: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Who does what before; a span lets time pass.
        let before: [(String, Deed)]
        let after: [Deed]
        /// Words of Ada's that he sees.
        let sees: String?
    }

    private static func both(_ round: String, _ ada: [Deed], _ ben: [Deed]) -> [(String, Deed)] {
        ([Deed.press(data: round)] + ada).map { ("Ada", $0) }
            + ([Deed.press(data: round)] + ben).map { ("Ben", $0) }
    }

    private static func tap(_ label: String) -> Deed { .tap(label: label, below: nil) }

    private static let offer: [Deed] = [
        .say("/repair"), tap("Write something"), tap("This one"), .say("The plate."), tap("Go on"),
        .say("I was loud."), tap("Go on"), .say("You were tired."), tap("Go on"), .say("Softer."),
        tap("Put it there"),
    ]

    static let looks = [
        Look(
            testDescription: "a wish that is answered late",
            before: both(
                "or.37", [.say("A real goodbye."), tap("Share it then")],
                [.say("Quiet."), tap("Share it then")]) + [("", .say("11")), ("Ben", tap("Open"))],
            after: [tap("Answer it")], sees: "A real goodbye."),
        Look(
            testDescription: "an offer that was read",
            before: offer.map { ("Ada", $0) } + [("Ben", .say("/repair")), ("Ben", tap("Look"))],
            after: [tap("It arrived"), .say("/repair")], sees: nil),
        Look(
            testDescription: "a reveal that lies unopened",
            before: both(
                "or.5", [.say("They always wait."), tap("Share it then")],
                [.say("They never hurry."), tap("Share it then")]) + [("", .say("11"))],
            after: [tap("Open"), tap("Say it back"), .say("You wait."), tap("Send it")],
            sees: "They always wait."),
    ]

    private func chat(_ look: Look, leaving: Bool) async throws -> [String] {
        let stage = try await DeskStage.paired()
        for (name, deed) in look.before {
            if case .say(let hours) = deed, name.isEmpty {
                try await stage.advance(to: stage.now + .hours(Int64(hours) ?? 0))
            } else {
                try await stage.act(deed, by: name)
            }
        }
        _ = try await stage.heard(expecting: 0)
        if leaving { try await stage.act(.say("/leave now"), by: "Ada") }
        try await stage.powerCut()
        for deed in look.after { try await stage.act(deed, by: "Ben") }
        return try await stage.heard(expecting: 0).filter { $0.by == "Ben" }.map(\.text)
    }

    @Test(arguments: looks)
    func `what was shown looks the same when its author has gone`(look: Look) async throws {
        let here = try await chat(look, leaving: false)
        #expect(here.count >= look.after.count, "\(here)")
        if let words = look.sees { #expect(here.contains { $0.contains(words) }, "\(here)") }
        #expect(try await chat(look, leaving: true) == here)
    }

    /// The moment is opened before the word of leaving, however the buttons are tapped.
    @Test func `word of leaving doesn't take away a moment`() async throws {
        let stage = try await DeskStage.paired()
        for deed: Deed in [
            .press(data: "or.30"), Self.tap("This one"), .say("Tuesday. A door."),
            Self.tap("Go on"),
            .say("Go away."), Self.tap("Send the moment"), .say("/leave"),
            Self.tap("Leave and say so"),
        ] { try await stage.act(deed, by: "Ada") }
        _ = try await stage.heard(expecting: 0)
        try await stage.act(Self.tap("Open"), by: "Ben")
        #expect(
            try await stage.heard(expecting: 1).contains { $0.text.contains("Tuesday. A door.") })
        try await stage.act(.say("/today"), by: "Ben")
        #expect(
            try await stage.heard(expecting: 1).last?.text.hasPrefix("Ada no longer takes part")
                == true)
    }

    /// Ben erases his own of the same round before he opens it.
    @Test(arguments: [false, true])
    func `erasing one's own doesn't tell that the other left`(leaves: Bool) async throws {
        let stage = try await DeskStage.paired()
        for deed: Deed in [
            .press(data: "or.30"), Self.tap("This one"), .say("Tuesday. A door."),
            Self.tap("Go on"),
            .say("Go away."), Self.tap("Send the moment"),
        ] { try await stage.act(deed, by: "Ada") }
        for deed: Deed in [.press(data: "or.30"), Self.tap("This one"), .say("Monday.")] {
            try await stage.act(deed, by: "Ben")
        }
        if leaves { try await stage.act(.say("/leave now"), by: "Ada") }
        try await stage.act(.press(data: "er.30"), by: "Ben")
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/today"), by: "Ben")
        #expect(
            try await stage.heard(expecting: 1).last?.text.contains("Tuesday. A door.") == true)
    }

    /// Both put a mark on a line, and it lies unopened with Ben.
    private func marks() async throws -> DeskStage {
        let stage = try await DeskStage.paired()
        for (name, mark) in [("Ada", "4"), ("Ben", "2")] {
            try await stage.act(.press(data: "or.5"), by: name)
            for text in ["/lighter", mark, "/share"] { try await stage.act(.say(text), by: name) }
        }
        try await stage.advance(to: stage.now + .hours(11))
        _ = try await stage.heard(expecting: 0)
        return stage
    }

    @Test(arguments: [["/forget now"], ["/leave now", "/forget now"]])
    func `a tap of somebody who is forgotten is in no older copy either`(
        goodbye: [String]
    ) async throws {
        let stage = try await marks()
        let copy = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        // A copy that nobody keeps.
        defer { try? FileManager.default.removeItem(at: copy) }
        if goodbye.count == 2 { try await stage.act(.say(goodbye[0]), by: "Ada") }
        try await stage.desk.close()
        try FileManager.default.copyItem(atPath: stage.places.data, toPath: copy.path)
        try await stage.start()
        func known(_ folder: String) throws -> [String] {
            let keyring = try Keyring.open(
                stage.places.keys, forgotten: stage.places.forgotten, mayCreate: false)
            return try DeskStage.disclosed(in: folder, by: keyring).filter {
                $0.contains("\"position\":3")
            }
        }
        #expect(try !known(copy.path).isEmpty)
        try await stage.act(.say(goodbye.last ?? ""), by: "Ada")
        #expect(try known(copy.path).isEmpty)

        // Put back, it shows nothing of it either.
        try await stage.desk.close()
        try FileManager.default.removeItem(atPath: stage.places.data)
        try FileManager.default.copyItem(atPath: copy.path, toPath: stage.places.data)
        try await stage.start()
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/today"), by: "Ben")
        let opened = try await stage.heard(expecting: 1).last?.text ?? ""
        #expect(!opened.isEmpty && !opened.contains("Ada"), "\(opened)")
        #expect(try stage.findings().isEmpty)
    }

    /// What Ben had begun to say back is his; what it was about is gone.
    @Test func `what one is saying back stays when the other forgets`() async throws {
        let stage = try await DeskStage.paired()
        for (name, text) in [("Ada", "They always wait."), ("Ben", "They never hurry.")] {
            for deed: Deed in [.press(data: "or.5"), .say(text), Self.tap("Share it then")] {
                try await stage.act(deed, by: name)
            }
        }
        try await stage.advance(to: stage.now + .hours(11))
        for deed in [Self.tap("Open"), Self.tap("Say it back"), .say("You wait.")] {
            try await stage.act(deed, by: "Ben")
        }
        try await stage.act(.say("/forget now"), by: "Ada")
        _ = try await stage.heard(expecting: 0)
        try await stage.act(Self.tap("Send it"), by: "Ben")
        #expect(
            try await stage.heard(expecting: 1).last?.text.hasPrefix("Sent. Enough for now.")
                == true)
        #expect(try !stage.disclosed().contains { $0.contains("They always wait.") })
    }
}
