import Desk
import Dialogue
import Foundation
import Rehearsal
import Testing

@testable import Store

/// What lies on the disk, for somebody who finds it.
@Suite struct SealingTests {
    private static let marks = [
        "ADASWORDS", "BENSWORDS", "Adalberta", "Benvolio",
    ]

    private func talk(_ stage: DeskStage) async throws {
        let scene = Scenes.pairing.replacing("Ada", with: "Adalberta")
            .replacing("Ben", with: "Benvolio")
        try await rehearse(scene, on: stage, pair: ("Adalberta", "Benvolio"))
        for (person, word) in [("Adalberta", "ADASWORDS"), ("Benvolio", "BENSWORDS")] {
            try await stage.act(.say("/today"), by: person)
            try await stage.act(.say(word), by: person)
            try await stage.act(.say("/keep"), by: person)
        }
        _ = try await stage.heard(expecting: 0)
    }

    @Test func `no file shows a word, a name or an address, and the keys open them`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await talk(stage)
        func check() throws {
            let raw = stage.rawFiles()
            #expect(raw.count > 2)
            for (path, bytes) in raw {
                let text = String(decoding: bytes, as: UTF8.self)
                for mark in Self.marks {
                    #expect(!text.contains(mark) && !path.contains(mark), "\(mark) in \(path)")
                }
            }
            let disclosed = try stage.disclosed()
            for mark in Self.marks {
                #expect(disclosed.contains { $0.contains(mark) }, "\(mark)")
            }
        }
        try check()
        try await stage.powerCut()
        try check()
    }

    @Test func `after forgetting nothing of theirs is there, in copies neither`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await talk(stage)
        try await stage.powerCut()
        let copy = try FolderCopy(of: stage)
        try await stage.act(.say("/forget now"), by: "Benvolio")
        func holdsBens(_ texts: [String]) -> Bool {
            texts.contains { $0.contains("BENSWORDS") || $0.contains("7001") }
        }
        for text in try stage.disclosed() { #expect(!holdsBens([text]), "\(text)") }
        try await stage.desk.close()
        let now = try Keyring.open(
            stage.places.keys, forgotten: stage.places.forgotten, mayCreate: false)
        let then = try Keyring.open(
            copy.places.keys, forgotten: copy.places.forgotten, mayCreate: false)
        #expect(try !holdsBens(copy.disclosed(now)))
        #expect(try copy.disclosed(now).contains { $0.contains("ADASWORDS") })
        // With the keys of then it would be another matter: so the test can fail.
        #expect(try holdsBens(copy.disclosed(then)))
    }

    @Test func `an older copy that is put back brings nobody back`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await talk(stage)
        try await stage.powerCut()
        let copy = try FolderCopy(of: stage)
        try await stage.act(.say("/forget now"), by: "Benvolio")
        _ = try await stage.heard(expecting: 0)
        for withKeys in [false, true] {
            try await stage.desk.close()
            try copy.putBack(into: stage, withKeys: withKeys)
            try await stage.start()
            #expect(try !stage.disclosed().contains { $0.contains("BENSWORDS") })
            #expect(try stage.disclosed().contains { $0.contains("ADASWORDS") })
            try await rehearse(
                """
                Benvolio: hello again
                bot → Benvolio: We haven't begun.…
                Adalberta: /answers
                bot → Adalberta: What you have written.…
                """, on: stage)
        }
    }

    @Test func `with other keys nothing starts, and nothing is changed`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await talk(stage)
        try await stage.desk.close()
        let other = try DeskStage(start: .scriptStart)
        try await other.desk.close()
        var places = stage.places
        places.keys = other.places.keys
        let before = stage.rawFiles().map(\.bytes)
        #expect(throws: KeyringFault.anotherKeyring) { try DataFolder(places) }
        try FileManager.default.removeItem(atPath: other.places.keys)
        #expect(throws: KeyringFault.missing) { try DataFolder(places) }
        #expect(stage.rawFiles().map(\.bytes) == before)
        #expect(!FileManager.default.fileExists(atPath: other.places.keys))
    }
}

/// A copy of a stage's folders, as a host makes one.
private final class FolderCopy {
    let places: DataFolder.Places
    private let root: String

    init(of stage: DeskStage) throws {
        root = FileManager.default.temporaryDirectory.path + "/copy-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: false)
        places = .init(data: root + "/data", keys: root + "/data.keys")
        for (from, to) in [(stage.places.data, places.data), (stage.places.keys, places.keys)] {
            try FileManager.default.copyItem(atPath: from, toPath: to)
        }
    }

    deinit {
        // A folder that stays behind is only a temporary one.
        try? FileManager.default.removeItem(atPath: root)
    }

    func disclosed(_ keyring: Keyring) throws -> [String] {
        try DeskStage.disclosed(in: places.data, by: keyring)
    }

    func putBack(into stage: DeskStage, withKeys: Bool) throws {
        var ways = [(places.data, stage.places.data)]
        if withKeys { ways.append((places.keys, stage.places.keys)) }
        for (from, to) in ways {
            try FileManager.default.removeItem(atPath: to)
            try FileManager.default.copyItem(atPath: from, toPath: to)
        }
    }
}
