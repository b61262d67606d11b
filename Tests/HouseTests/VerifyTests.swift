import Dialogue
import Foundation
import Rehearsal
import Testing

@testable import Desk
@testable import Store
@testable import talkaboutit

/// Looking everything through, and mending it.
@Suite(.timeLimit(.minutes(40))) struct VerifyTests {
    @Test func `what the bot leaves is as it should be`() async throws {
        try await stopped { stage in
            let (isClean, said) = try stage.verify()
            #expect(isClean)
            #expect(said.count == 2, "\(said)")
            #expect(said[0].contains("1 pages of 2 people"))
            #expect(said[1] == "All is as it should be.")
        }
    }

    @Test func `not while the bot runs`() async throws {
        try await HouseStage.play { stage in
            try await stage.untilPolling()
            try await stage.expectStop("stop it, then verify") { try stage.verify() }
        }
    }

    @Test func `a lost index is made anew, and the person is known again`() async throws {
        try await stopped { stage in
            let people = try stage.names(in: "data/people").sorted()
            let kept = try stage.place(people[0])
            for name in people { try stage.remove("data/people/\(name)") }
            // Asked, and nothing is wanted: nothing changes.
            let (isClean, said) = try stage.verify()
            #expect(!isClean)
            #expect(
                said.contains(
                    "people/\(people[0]): the index lacks what a page says, or says otherwise"))
            #expect(said.contains("Make the indexes anew from the pages?"))
            #expect(said.last == "2 left to look after.")
            #expect(try stage.names(in: "data/people").isEmpty)
            #expect(try stage.verify(mending: true).isClean)
            let again = try stage.place(people[0])
            #expect(again == kept && again != nil)
            try stage.start()
            try await stage.say("/status", by: "Ada")
            let heard = try await stage.heard(expecting: 1)
            #expect(heard.first?.text.hasPrefix("You are Ada, joined with Ben.") == true)
        }
    }

    @Test func `indexes that point nowhere go, and wrong ones are put right`() async throws {
        try await stopped { stage in
            let people = try stage.names(in: "data/people").sorted()
            let couple = try #require(stage.names(in: "data/couples").first)
            let right = try stage.place(people[0])
            try stage.inFolder { store in
                try store.save([
                    .write(
                        RelativePath("people/\(people[0])"),
                        Place(couple: "nobody", side: .first)),
                    .write(
                        RelativePath("people/stray.json"), Place(couple: couple, side: .first)),
                    .write(
                        RelativePath("invites/stray.json"),
                        InviteRecord(couple: couple, expires: Moment(2_000_000_000))),
                ])
            }
            let (_, said) = try stage.verify()
            #expect(said.contains("people/stray.json: the index points at what isn't there"))
            #expect(said.contains("invites/stray.json: the index points at what isn't there"))
            #expect(said.last == "3 left to look after.")
            #expect(try stage.verify(mending: true).isClean)
            let mended = try stage.place(people[0])
            #expect(mended == right)
            #expect(try Set(stage.names(in: "data/people")) == Set(people))
        }
    }

    @Test func `a lost invitation is made anew, and the link works`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            try await stage.running?.stop()
            let invites = try stage.names(in: "data/invites").sorted()
            let path = RelativePath("invites/\(invites[0])")
            let kept = try stage.inFolder { try $0.read(InviteRecord.self, at: path) }
            try stage.remove("data/invites/\(invites[0])")
            #expect(try !stage.verify().isClean)
            #expect(try stage.verify(mending: true).isClean)
            let again = try stage.inFolder { try $0.read(InviteRecord.self, at: path) }
            #expect(again == kept && again != nil)
        }
    }

    @Test func `bodies without a line go; a line without its body is named`() async throws {
        try await stopped { stage in
            let couple = try #require(stage.names(in: "data/couples").first)
            let rounds = "couples/\(couple)/rounds"
            let bodies = try stage.names(in: "data/\(rounds)").sorted()
            try stage.put(
                String(decoding: stage.bytes(of: "data/\(rounds)/\(bodies[0])"), as: UTF8.self),
                at: "\(rounds)/0099-4.json")
            try stage.remove("data/\(rounds)/\(bodies[0])")
            let (isClean, said) = try stage.verify(mending: true)
            #expect(!isClean)
            #expect(said.contains("\(rounds)/0099-4.json: no page has a line for it"))
            #expect(
                said.contains(
                    "\(rounds)/\(bodies[0]): isn't there, though the page has a line for it"))
            #expect(said.last == "1 left to look after.")
            #expect(try stage.names(in: "data/\(rounds)") == Set(bodies.dropFirst()))
        }
    }

    @Test func `words that a round was begun by and nobody kept are named`() async throws {
        try await stopped { stage in
            for name in try stage.names(in: "data/definitions") {
                try stage.remove("data/definitions/\(name)")
            }
            let (isClean, said) = try stage.verify(mending: true)
            #expect(!isClean)
            #expect(said.contains { $0.hasSuffix("the words it was begun by aren't kept") })
        }
    }

    @Test func `what can't be read is never touched, nor what belongs to it`() async throws {
        try await stopped { stage in
            let couple = try #require(stage.names(in: "data/couples").first)
            let page = "couples/\(couple)/couple.json"
            let damaged = #"{"schema":1,"value":{"#
            try stage.put(damaged, at: page)
            try stage.put("{", at: "daemon.json")
            try stage.put(#"{"schema":99,"value":{}}"#, at: "lines-confirmed.json")
            let before = try stage.all()
            let (isClean, said) = try stage.verify(mending: true)
            #expect(!isClean)
            #expect(said.last == "3 left to look after.", "\(said)")
            #expect(said.contains { $0.hasPrefix("\(page): can't be read") })
            #expect(said.contains { $0.hasPrefix("lines-confirmed.json: was written by a newer") })
            #expect(!said.contains { $0.hasSuffix("?") })
            #expect(try stage.all() == before)
        }
    }

    @Test func `files that others may read, and leftovers`() async throws {
        try await stopped { stage in
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o644], ofItemAtPath: "\(stage.folder)/data/daemon.json")
            try stage.put("x", at: "people/.new-a.json")
            let (isClean, said) = try stage.verify()
            #expect(!isClean)
            #expect(
                said.contains(
                    "data folder, daemon.json: others may read or write it, or its owner may not"))
            #expect(
                said.contains("data folder, people/.new-a.json: was left by an interrupted save"))
            #expect(try stage.verify(mending: true).isClean)
            #expect(try !stage.names(in: "data/people").contains(".new-a.json"))
        }
    }

    /// Two who are joined, and then the bot stopped.
    private func stopped(_ body: (HouseStage) async throws -> Void) async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await stage.running?.stop()
            try await body(stage)
        }
    }
}

extension HouseStage {
    fileprivate func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }

    /// A file in the data folder, as the store would leave it.
    fileprivate func put(_ text: String, at path: String) throws {
        let file = "\(settings.data)/\(path)"
        _ = try Disk.real.makeFolder(URL(filePath: file).deletingLastPathComponent().path)
        try Disk.real.remove(file)
        try Disk.real.create(file, Array(text.utf8), 0o600, false)
    }

    /// Everything in the data folder, byte for byte.
    fileprivate func all() throws -> [String: [UInt8]] {
        let files =
            FileManager.default.enumerator(atPath: settings.data)?
            .compactMap { $0 as? String } ?? []
        var all: [String: [UInt8]] = [:]
        for file in files where file.hasSuffix(".json") { all[file] = bytes(of: "data/\(file)") }
        return all
    }
}

extension HouseStage {
    /// Works in the stopped daemon's folder.
    fileprivate func inFolder<Value>(_ body: (Store) throws -> Value) throws -> Value {
        let store = try DataFolder(settings.places).store
        let value = try body(store)
        try store.close()
        return value
    }

    /// What an index says of somebody.
    fileprivate func place(_ name: String) throws -> Place? {
        try inFolder { try $0.read(Place.self, at: RelativePath("people/\(name)")) }
    }
}
