import Dialogue
import Foundation
import Testing

@testable import Desk
@testable import Store

/// Damage that is still JSON, and strangers in the folder: one couple may be set aside for it, the
/// program goes on for everybody else.
@Suite struct DamageTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "damaged-\(UUID().uuidString)")

    @Test func `a file of somebody else's among the couples is no couple`() throws {
        let (cabinet, store) = try opened()
        try store.save([.writeBytes(RelativePath("couples/notes.txt"), [0x61])])
        #expect(try cabinet.couples() == ["notes.txt"])
        #expect(try cabinet.page("notes.txt") == nil)
    }

    @Test(arguments: ["", ".", "a/b", "../a", "a.b", "a b", "é"])
    func `somebody whose couple can have no such id is not taken for somebody new`(
        id: String
    ) throws {
        let (cabinet, store) = try opened()
        let path = RelativePath("people/someone.json")
        try save(["couple": id, "side": "first"], at: path, in: store)
        #expect(throws: StoreFault.unreadable(path)) { try cabinet.place(at: path) }
        #expect(try cabinet.page(id) == nil)
    }

    @Test func `a place that is one is read`() throws {
        let (cabinet, store) = try opened()
        let path = RelativePath("people/someone.json")
        try save(["couple": "g3rz", "side": "second"], at: path, in: store)
        #expect(try cabinet.place(at: path) == Place(couple: "g3rz", side: .second))
    }

    @Test func `a page under another's id, or with a round that has no place, is damaged`() throws {
        let (cabinet, store) = try opened()
        let saved = try whole()
        let id = "g3rzcqq2gj6opr5iz4apl7xzse"
        for (there, text) in [
            (id + "2", saved), (id, saved.replacing("\"name\":\"0a\"", with: "\"name\":\"0/a\"")),
        ] {
            let path = Cabinet.page(there)
            try store.save([.write(path, document(text))])
            #expect(throws: StoreFault.unreadable(path)) { try cabinet.page(there) }
        }
        try store.save([.write(Cabinet.page(id), document(saved))])
        #expect(try cabinet.page(id)?.couple.id == id)
    }

    private func opened() throws -> (Cabinet, Store) {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let opened = try DataFolder(
            .init(data: folder.path + "/data", keys: folder.path + "/keys"))
        return (Cabinet(store: opened.store, keyring: opened.keyring), opened.store)
    }

    /// A page as it lies in a file.
    private func document(_ text: String) throws -> PageDocument {
        PageDocument(try JSONDecoder().decode(Saved.self, from: Data(text.utf8)).value)
    }

    private struct Saved: Decodable {
        let value: Page
    }

    private func save(_ value: [String: String], at path: RelativePath, in store: Store) throws {
        try store.save([.write(path, value)])
    }

    private func whole() throws -> String {
        let saved = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Saved/v1/couple.json")
        return String(decoding: try Data(contentsOf: saved), as: UTF8.self)
    }
}
