import Dialogue
import Foundation
import Rehearsal
import Testing

@testable import Store
@testable import talkaboutit

/// Backups made a data folder again.
@Suite(.timeLimit(.minutes(40))) struct RestoreTests {
    @Test func `not while the bot runs, and not over data`() async throws {
        try await stopped { stage in
            let before = try stage.names(in: "data")
            try await stage.expectStop("mv ") { try await stage.restore() }
            #expect(try stage.names(in: "data") == before)
            try stage.start()
            try await stage.untilPolling()
            try await stage.expectStop("stop it, then restore") { try await stage.restore() }
            try await stage.running?.stop()
            // Nor over what isn't ours.
            try FileManager.default.createDirectory(
                atPath: "\(stage.folder)/other", withIntermediateDirectories: false)
            try stage.write([1], to: "other/README")
            try await stage.expectStop("holds data") { try await stage.restore(into: "other") }
            #expect(stage.bytes(of: "other/README") == [1])
        }
    }

    @Test func `an empty folder is filled`() async throws {
        try await stopped { stage in
            try Store.open("\(stage.folder)/empty").close()
            let count = try await stage.restore(into: "empty")
            #expect(count > 3)
            try stage.start()
            // Whoever is there is told, once.
            let told = try await stage.heard(expecting: 1)
            #expect(told.map(\.by) == ["Ada"], "\(told)")
            #expect(told.allSatisfy { $0.text.hasPrefix("What I store had to be put back") })
            try await stage.powerCut()
            try await stage.say("/status", by: "Ada")
            #expect(try await stage.heard(expecting: 1).count == 1)
        }
    }

    @Test func `a flipped byte anywhere is noticed, and nothing is written`() async throws {
        try await stopped { stage in
            let whole = stage.bytes(of: "backup")
            // Every byte of the first records, and then one here and there.
            let places = Array(0..<300) + Array(stride(from: 300, to: whole.count, by: 331))
            for place in places + [whole.count - 1] {
                var changed = whole
                changed[place] ^= 0x10
                try stage.write(changed, to: "changed")
                await #expect(throws: Stop.self, "byte \(place)") {
                    try await stage.restore("changed", into: "again")
                }
            }
            let left = try stage.names()
            // What was forgotten stays on the list, whatever becomes of the rest.
            #expect(!left.contains { $0.hasPrefix("again") && $0 != "again.forgotten" })
        }
    }

    @Test func `what ends too soon, or is something else, is refused`() async throws {
        try await stopped { stage in
            let whole = stage.bytes(of: "backup")
            for (bytes, words) in [
                (Array(whole.dropLast()), "ends too soon"),
                (Array(whole.prefix(whole.count / 2)), "ends too soon"),
                (whole + [0], "ends too soon"), ([], "ends too soon"),
                (Array("PK\u{3}\u{4} some other archive".utf8), "no backup"),
                (Array("TAIback2".utf8) + whole.dropFirst(8), "newer version"),
            ] {
                try stage.write(bytes, to: "changed")
                try await stage.expectStop(words) {
                    try await stage.restore("changed", into: "again")
                }
            }
            try await stage.expectStop("no such backup") {
                try await stage.restore("nothing", into: "again")
            }
            try await stage.expectStop("can't be read") {
                try await stage.restore("data", into: "again")
            }
            let left = try stage.names()
            // What was forgotten stays on the list, whatever becomes of the rest.
            #expect(!left.contains { $0.hasPrefix("again") && $0 != "again.forgotten" })
        }
    }

    @Test func `one that was interrupted leaves nothing to serve, and the next is whole`()
        async throws
    {
        try await stopped { stage in
            // As a power cut would leave it.
            let half = try Store.open("\(stage.folder)/again.restoring")
            try half.save([.writeBytes(RelativePath("people/half.json"), [1])])
            try await stage.expectStop("Another restore") {
                try await stage.restore(into: "again")
            }
            try half.close()
            #expect(try !stage.names().contains("again"))
            try await stage.restore()
            let left = try stage.names()
            #expect(!left.contains("again.restoring"))
            let people = try stage.names(in: "again/people")
            #expect(!people.contains("half.json"))
            #expect(try stage.verify().isClean)
        }
    }

    @Test func `what was forgotten since is carried out before anybody can read it`() async throws {
        try await stopped { stage in
            let list = ForgottenKeys.path(besides: stage.settings.data)
            try ForgottenKeys.unite(listed("one", "two"), into: list)
            try await stage.backUp(replacing: true)
            let again = "\(stage.folder)/again"
            let others = ForgottenKeys.path(besides: again)
            try ForgottenKeys.unite(listed("two", "three"), into: others)
            let united = listed("two", "three", "one")
            let finish: @Sendable (String) async throws -> Void = { beside in
                #expect(!FileManager.default.fileExists(atPath: again))
                #expect(try ForgottenKeys.bytes(at: others) == united)
                let store = try Store.open(beside)
                #expect(try store.holdsData())
                try store.save([.writeBytes(RelativePath("forgotten.json"), [1])])
                try store.close()
            }
            try await stage.restore(into: "again", finish)
            #expect(stage.bytes(of: "again/forgotten.json") == [1])
            #expect(stage.bytes(of: "again.forgotten") == united)
        }
    }

    @Test func `if that can't be done, nothing is restored`() async throws {
        try await stopped { stage in
            try await stage.expectStop("is full") {
                try await stage.restore(into: "again") { _ in throw StoreFault.full }
            }
            let left = try stage.names()
            // What was forgotten stays on the list, whatever becomes of the rest.
            #expect(!left.contains { $0.hasPrefix("again") && $0 != "again.forgotten" })
        }
    }

    /// Both had shared when it was made; Ada has kept hers since.
    @Test(arguments: [true, false])
    func `what waited to be shown in a backup isn't shown after it was put back`(
        isRestored: Bool
    ) async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            for (name, text) in [("Ada", "Your hands."), ("Ben", "Your jokes.")] {
                try await stage.say(text, by: name)
                _ = try await stage.heard(expecting: 1)
                try await stage.tap("Share it then", by: name)
                _ = try await stage.heard(expecting: name == "Ben" ? 2 : 1)
            }
            try await stage.backUp()
            try await stage.running?.stop()
            if isRestored { try await stage.restore(into: "again") }
            try stage.start()
            if isRestored { _ = try await stage.heard(expecting: 2) }
            try await stage.advance(to: stage.now + .hours(11))
            let heard = try await stage.heard(expecting: isRestored ? 2 : 4).map(\.text)
            #expect(heard.filter { $0.hasPrefix("Something for you") }.isEmpty == isRestored)
        }
    }

    @Test func `who was forgotten since the backup is forgotten again, before anything is heard`()
        async throws
    {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await stage.backUp()
            try await stage.say("/forget now", by: "Ben")
            _ = try await stage.heard(expecting: 1)
            try await stage.running?.stop()
            let data = stage.settings.data
            // The list stays by the data folder's name.
            try FileManager.default.moveItem(atPath: data, toPath: data + ".before")
            try await stage.restore()
            #expect(try stage.verify().isClean)
            try stage.start()
            try await stage.say("hello?", by: "Ben")
            let heard = try await stage.heard(expecting: 2)
            let ben = heard.filter { $0.by == "Ben" }
            #expect(ben.first?.text.hasPrefix("We haven't begun.") == true, "\(heard)")
            try await stage.say("/status", by: "Ada")
            let ada = try await stage.heard(expecting: 1)
            #expect(ada.first?.text.hasPrefix("You are Ada, joined with Ben.") == true, "\(ada)")
            let couple = try #require(try stage.couples().values.first)
            #expect(couple.partners.second == nil)
        }
    }

    /// One who came alone, a backup, and then the bot stopped.
    private func stopped(_ body: (HouseStage) async throws -> Void) async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            try await stage.backUp()
            try await stage.running?.stop()
            try await body(stage)
        }
    }

    private func listed(_ owners: String...) -> [UInt8] {
        Array(("talkaboutit forgotten keys 1\n" + owners.map { "\($0)\n" }.joined()).utf8)
    }
}
