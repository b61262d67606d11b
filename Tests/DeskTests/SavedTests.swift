import Foundation
import Messenger
import Rehearsal
import Testing

@testable import Desk
@testable import Dialogue
@testable import Store

/// Folders as they were once written: every form that was ever shipped still loads.
@Suite struct SavedTests {
    private static let words = "warm, near, slow"

    @Test func `what the first version saved is sealed at the start, and reads the same`() throws {
        let old = try OldFolder()
        defer { old.remove() }
        #expect(old.filesHolding(Self.words) == ["couples/\(old.id)/rounds/0001-1.json"])
        for start in 1...2 {
            let opened = try DataFolder(old.places)
            #expect(!opened.isNew)
            let cabinet = Cabinet(store: opened.store, keyring: opened.keyring)
            let page = try #require(try cabinet.page(old.id))
            #expect(page.couple.isJoined)
            #expect(page.couple.partners.first?.name.text == "Ada", "at start \(start)")
            #expect(page.couple.partners.second?.zone == "Europe/Berlin")
            #expect(page.couple.rounds.map(\.name.text).sorted() == ["0a", "1"])
            #expect(page.couple.stage(RoundName("0a"), of: .first) == .released)
            #expect(page.couple.stage(RoundName("0a"), of: .second) == .kept)
            for side in Side.allCases {
                #expect(page.addresses[side]?.chat.text.isEmpty == false)
                #expect(page.addresses[side]?.person == page.couple.partners[side]?.id.text)
            }
            for line in page.couple.rounds {
                let round = try #require(try cabinet.round(line, of: old.id))
                if line.name.text == "1" {
                    #expect(round.sheets.first.answer(0).length == Self.words.utf16.count)
                } else {
                    #expect(round.sheets.second.answer(0).pieces.count == 1)
                }
            }
            #expect(try !cabinet.daemon().cursors.isEmpty)
            try cabinet.close()
            #expect(old.filesHolding(Self.words).isEmpty)
            #expect(old.filesHolding("\"value\"").isEmpty)
        }
    }

    @Test func `a document that never was sealed is refused once the folder is`() throws {
        let old = try OldFolder()
        defer { old.remove() }
        try DataFolder(old.places).store.close()
        try old.put("couple.json", at: "couples/\(old.id)/couple.json")
        let opened = try DataFolder(old.places)
        #expect(throws: StoreFault.self) {
            try Cabinet(store: opened.store, keyring: opened.keyring).page(old.id)
        }
        try opened.store.close()
    }
}

/// A folder of the first version, put together from what it saved.
private struct OldFolder {
    let places: DataFolder.Places
    let id: String
    private let root: String

    init() throws {
        root = FileManager.default.temporaryDirectory.path + "/saved-\(UUID().uuidString)"
        places = .init(data: root + "/data", keys: root + "/data.keys")
        let page = try JSONDecoder().decode(
            Saved.self, from: Data(contentsOf: OldFolder.saved.appending(path: "couple.json")))
        id = page.value.couple.id
        for folder in ["couples/\(id)/rounds", "people"] {
            try FileManager.default.createDirectory(
                atPath: "\(places.data)/\(folder)", withIntermediateDirectories: true)
        }
        try put("couple.json", at: "couples/\(id)/couple.json")
        try put("0001-1.json", at: "couples/\(id)/rounds/0001-1.json")
        try put("0002-0a.json", at: "couples/\(id)/rounds/0002-0a.json")
        try put("daemon.json", at: "daemon.json")
        // The first version's keyring, of which the index key must stay.
        _ = try Keyring.open(places.keys, forgotten: places.forgotten, mayCreate: true)
    }

    func put(_ name: String, at path: String) throws {
        let data = try Data(contentsOf: OldFolder.saved.appending(path: name))
        try data.write(to: URL(filePath: "\(places.data)/\(path)"))
    }

    func filesHolding(_ text: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: places.data)?.allObjects ?? []
        return names.compactMap { $0 as? String }.filter { name in
            let data = FileManager.default.contents(atPath: "\(places.data)/\(name)") ?? Data()
            return data.range(of: Data(text.utf8)) != nil
        }
    }

    func remove() {
        // A folder that stays behind is only a temporary one.
        try? FileManager.default.removeItem(atPath: root)
    }

    private static let saved = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Saved/v1").resolvingSymlinksInPath()

    private struct Saved: Decodable {
        let value: Page
    }
}
