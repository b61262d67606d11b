import Dialogue
import Foundation
import Messenger
import Rehearsal
import Synchronization
import Testing

@testable import Desk
@testable import Store

/// What somebody did to the folder, or at the worst moment, and got away with once.
@Suite struct AttackedFolderTests {
    @Test func `whoever is kept out of the folder touches no key and no list`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        // What the one inside is writing just now.
        let key = URL(filePath: stage.places.keys + "/.new-ada.key")
        try Data("half".utf8).write(to: key)
        let list = try Data(contentsOf: URL(filePath: stage.places.forgotten))
        let facts = try FileManager.default.attributesOfItem(atPath: stage.places.forgotten)
        #expect(throws: StoreFault.inUse) { try DataFolder(stage.places) }
        #expect(try Data(contentsOf: key) == Data("half".utf8))
        #expect(try Data(contentsOf: URL(filePath: stage.places.forgotten)) == list)
        let after = try FileManager.default.attributesOfItem(atPath: stage.places.forgotten)
        #expect(after[.systemFileNumber] as? Int == facts[.systemFileNumber] as? Int)
    }

    @Test func `two who forget while there is no room for the list are both forgotten later`()
        async throws
    {
        let isFull = Mutex(false)
        var disk = Disk.real
        disk.openLog = { path throws(DiskFault) in
            if path.hasSuffix(".forgotten"), isFull.withLock({ $0 }) { throw .full }
            return try Disk.real.openLog(path)
        }
        let stage = try DeskStage(start: .scriptStart, disk: disk)
        for name in ["Cleo", "Dan"] { try await begin(name, stage) }
        isFull.withLock { $0 = true }
        for name in ["Cleo", "Dan"] { try await forget(name, stage) }
        #expect(try ForgottenKeys.read(at: stage.places.forgotten).isEmpty)
        isFull.withLock { $0 = false }
        try await stage.powerCut()
        // Each with the key of a page that was theirs alone.
        #expect(try ForgottenKeys.read(at: stage.places.forgotten).count == 4)
        let left = try FileManager.default.contentsOfDirectory(atPath: stage.places.keys)
        #expect(
            left.filter { $0.hasSuffix(".key") }.sorted() == [
                "house.key", "index.key", "installation.key",
            ])
    }

    @Test func `without its mark a sealed folder takes nothing that somebody laid there`()
        async throws
    {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await stage.powerCut()
        let couple = try #require(
            try FileManager.default.contentsOfDirectory(atPath: stage.places.data + "/couples")
                .first)
        try await begin("Mallory", stage)
        try await stage.desk.close()
        let people = stage.places.data + "/people"
        let forged = Data(
            #"{"schema":1,"value":{"couple":"\#(couple)","side":"first"}}"#.utf8)
        for name in try FileManager.default.contentsOfDirectory(atPath: people) {
            try forged.write(to: URL(filePath: "\(people)/\(name)"))
        }
        try FileManager.default.removeItem(atPath: stage.places.data + "/.seal")
        try await stage.start()
        #expect(FileManager.default.fileExists(atPath: stage.places.data + "/.seal"))
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/answers"), by: "Mallory")
        let heard = try await stage.heard(expecting: 1)
        #expect(heard.map { $0.text.prefix(12) } == ["I can't open"])
    }

    @Test func `whoever is forgotten is named in no letter that others wait for`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await stage.act(.say("/forget"), by: "Ada")
        stage.holdsLetters = true
        let code = try #require(await stage.invitation())
        try await stage.act(.say("/start \(code)"), by: "Ben")
        try await stage.act(.tap(label: "Forget now", below: nil), by: "Ada")
        _ = try await stage.heard(expecting: 0)
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        let heard = try await stage.heard(expecting: 1)
        #expect(heard.contains { $0.by == "Ada" && $0.text.hasPrefix("Erased") })
        #expect(!heard.contains { $0.text.contains("Ada") })
    }

    @Test func `a page of the other's that can't be read keeps nobody from being forgotten`()
        async throws
    {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await stage.act(.say("/leave"), by: "Ben")
        try await stage.act(.tap(label: "Leave now", below: nil), by: "Ben")
        try await stage.powerCut()
        try await stage.desk.close()
        let couples = stage.places.data + "/couples"
        for name in try FileManager.default.contentsOfDirectory(atPath: couples) {
            let page = URL(filePath: "\(couples)/\(name)/couple.json")
            var text = try String(contentsOf: page, encoding: .utf8)
            // Whose page it is can be told by how many texts lie in it.
            guard text.components(separatedBy: "\":\"").count > 4 else { continue }
            text.replace("\"state\":\"", with: "\"state\":\"A", maxReplacements: 1)
            try Data(text.utf8).write(to: page)
        }
        try await stage.start()
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/forget"), by: "Ben")
        try await stage.act(.tap(label: "Forget now", below: nil), by: "Ben")
        #expect(try await stage.heard(expecting: 1).last?.text.hasPrefix("Erased") == true)
    }

    @Test func `of somebody forgotten alone an older copy leaves no page behind`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await begin("Cleo", stage)
        try await stage.swapFolder { try await forget("Cleo", stage) }
        #expect(try stage.findings().isEmpty)
        #expect(try !stage.documents().contains { $0.hasSuffix("couple.json") })
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/start"), by: "Cleo")
        #expect(try await stage.heard(expecting: 1).first?.text.hasPrefix("I ask the two") == true)
    }

    @Test func `a damaged entry of the index keeps nobody's forgetting from an older copy`()
        async throws
    {
        let stage = try DeskStage(start: .scriptStart)
        for name in ["Cleo", "Dan"] { try await begin(name, stage) }
        _ = try await stage.heard(expecting: 0)
        try await stage.swapFolder {
            for folder in ["people", "invites"] {
                let name = String(repeating: "a", count: 52)
                try FileManager.default.createDirectory(
                    atPath: "\(stage.places.data).copy/\(folder)",
                    withIntermediateDirectories: true)
                try Data("garbage".utf8).write(
                    to: URL(filePath: "\(stage.places.data).copy/\(folder)/\(name).json"))
            }
            try await forget("Cleo", stage)
        }
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/status"), by: "Cleo")
        #expect(try await stage.heard(expecting: 1).first?.text.hasPrefix("We haven't") == true)
        try await stage.act(.say("/status"), by: "Dan")
        #expect(try await stage.heard(expecting: 1).first?.text.hasPrefix("You are Dan") == true)
    }

    @Test func `whatever can't be saved is let go, and all else goes on`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        let desk = stage.desk
        let (done, gone) = try await desk.tryOnEach(["a", "b", "c"], failing: "b")
        #expect(done == ["a", "a", "c"])
        #expect(gone == ["b"])
    }

    @Test func `who asks for their answers again and again is owed them once`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await begin("Cleo", stage)
        try await stage.act(.say("warm, near"), by: "Cleo")
        _ = try await stage.heard(expecting: 0)
        stage.holdsLetters = true
        for _ in 0..<20 {
            try await stage.act(.press(data: Press(.exportKept, code: nil).data), by: "Cleo")
        }
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        let files = try await stage.heard(expecting: 1).filter { $0.text.hasPrefix("(file ") }
        #expect(files.count == 2)
    }

    private func begin(_ name: String, _ stage: DeskStage) async throws {
        try await stage.act(.say("/start"), by: name)
        try await stage.act(.tap(label: "I'm 18 or older", below: nil), by: name)
    }

    private func forget(_ name: String, _ stage: DeskStage) async throws {
        try await stage.act(.say("/forget"), by: name)
        try await stage.act(.tap(label: "Forget now", below: nil), by: name)
    }
}

extension Desk {
    /// Works on each, one of which can't be written. Returns which were done, and which let go.
    fileprivate func tryOnEach(
        _ items: [String], failing: String
    ) throws(StoreFault) -> (done: [String], gone: [String]) {
        var done: [String] = []
        var gone: [String] = []
        try workOnEach(items) { _, item throws(StoreFault) in
            if item == failing { throw .batchTooLarge }
            done.append(item)
        } orElse: { _, item in
            gone.append(item)
        }
        return (done, gone)
    }
}
