import Foundation
import Testing

@testable import Store

/// A document with words of two people in it, as the desk's are.
private struct Talk: Codable, Equatable, Sendable {
    var count = 3
    var words: [Spoken]

    struct Spoken: Codable, Equatable, Sendable {
        var author: String
        var text: String

        init(_ author: String, _ text: String) {
            self.author = author
            self.text = text
        }

        init(from decoder: any Decoder) throws {
            let reference = try decoder.singleValueContainer().decode(String.self)
            let parts = reference.split(separator: "#").map(String.init)
            author = parts[0]
            text = Spoken.texts(decoder.userInfo).text(Int(parts[1]) ?? -1, of: author) ?? "(gone)"
        }

        func encode(to encoder: any Encoder) throws {
            let number = Spoken.texts(encoder.userInfo).put(text, of: author)
            var container = encoder.singleValueContainer()
            try container.encode("\(author)#\(number)")
        }

        private static func texts(_ info: [CodingUserInfoKey: Any]) -> SealedTexts {
            guard let texts = info[CodingUserInfoKey(named: SealedTexts.key)] as? SealedTexts else {
                preconditionFailure("only ever sealed")
            }
            return texts
        }
    }
}

struct SealedDocumentTests {
    private let talk = Talk(words: [.init("ada", "MARKONE"), .init("ben", "MARKTWO")])
    private let path = RelativePath("couples/x/couple.json")
    private let other = RelativePath("couples/y/couple.json")

    private func store(_ folder: TestFolder) throws -> (store: Store, keyring: Keyring) {
        let keyring = try folder.keyring(mayCreate: true)
        let store = try Store.open(folder.data, schema: 2)
        store.seal(with: keyring) { path in
            path.text.hasPrefix("plain") ? nil : String(path.text.split(separator: "/")[1])
        }
        return (store, keyring)
    }

    @Test func `what was sealed is read again, and no file or journal shows it`() throws {
        let folder = try TestFolder()
        let (store, _) = try store(folder)
        try store.save([.write(path, talk), .write(RelativePath("plain.json"), Note(text: "open"))])
        #expect(try store.read(Talk.self, at: path) == talk)
        #expect(folder.filesHolding("MARK").isEmpty)
        #expect(folder.filesHolding("open") == ["data/.journal"])
        try store.close()
        #expect(folder.filesHolding("MARK").isEmpty)
        let again = try self.store(folder).store
        #expect(try again.read(Talk.self, at: path) == talk)
    }

    @Test func `no two seals share a nonce, and lengths tell little`() throws {
        let folder = try TestFolder()
        let (store, _) = try store(folder)
        var nonces: Set<Data> = []
        var count = 0
        var lengths: Set<Int> = []
        for length in 0..<200 {
            let text = String(repeating: "x", count: length)
            try store.save([.write(path, Talk(words: [.init("ada", text)]))])
            let bytes = try #require(try store.readBytes(at: path))
            let document = try JSONDecoder().decode(SealedDocument.self, from: Data(bytes))
            for seal in [document.state] + document.texts.values {
                nonces.insert(seal.prefix(12))
                count += 1
            }
            lengths.insert(bytes.count)
        }
        #expect(nonces.count == count)
        #expect(lengths.count == 1)
    }

    @Test func `wherever a byte is changed, nothing wrong is read`() throws {
        let folder = try TestFolder()
        let (store, keyring) = try store(folder)
        try store.save([.write(path, talk)])
        let whole = try #require(try store.readBytes(at: path))
        let format = format(keyring)
        for position in whole.indices {
            var bytes = whole
            bytes[position] ^= 0x04
            switch try format.read(Talk.self, from: bytes, at: path) {
            // The last bits of some base64 digits say nothing.
            case .value(let value): #expect(value == talk)
            case .schema(let number): #expect(number != 2)
            case .unreadable: break
            }
        }
    }

    @Test func `no file stands in another's place, and no part of one in another`() throws {
        let folder = try TestFolder()
        let (store, keyring) = try store(folder)
        try store.save([.write(path, talk)])
        try store.save([.write(RelativePath("couples/x/later.json"), Talk(words: []))])
        try store.save([.write(other, talk)])
        let first = try #require(try store.readBytes(at: path))
        let format = format(keyring)
        for place in [other, RelativePath("couples/x/later.json"), RelativePath("plain.json")] {
            guard case .unreadable = try format.read(Talk.self, from: first, at: place) else {
                Issue.record("taken for \(place)")
                continue
            }
        }
        // Older words under a newer state of the same document.
        let old = try JSONDecoder().decode(SealedDocument.self, from: Data(first))
        try store.save([.write(path, Talk(words: [.init("ada", "LATER"), .init("ben", "NEW")]))])
        let new = try JSONDecoder().decode(
            SealedDocument.self, from: Data(try #require(try store.readBytes(at: path))))
        let mixed = SealedDocument(schema: 2, state: new.state, texts: old.texts)
        #expect(try mixed.opened(at: path.text, owner: "x", keyring) == nil)
        #expect(try new.opened(at: path.text, owner: "x", keyring) != nil)
        // Something that was never sealed.
        let plain = Array(#"{"schema":2,"value":{"count":3,"words":[]}}"#.utf8)
        guard case .unreadable = try format.read(Talk.self, from: plain, at: path) else {
            Issue.record("something unsealed was taken")
            return
        }
    }

    @Test func `without its key a document is set aside, and left as it is`() throws {
        let folder = try TestFolder()
        let (store, _) = try store(folder)
        try store.save([.write(path, talk)])
        try store.close()
        let before = folder.bytes(of: path.text)
        try FileManager.default.removeItem(atPath: "\(folder.keys)/ben.key")
        let again = try self.store(folder).store
        #expect(throws: StoreFault.unreadable(path)) { try again.read(Talk.self, at: path) }
        #expect(throws: StoreFault.setAside(path)) { try again.save([.write(path, talk)]) }
        try again.close()
        #expect(folder.bytes(of: path.text) == before)
    }

    @Test func `a destroyed key takes its words along, out of copies too`() throws {
        let folder = try TestFolder()
        let (store, keyring) = try store(folder)
        try store.save([.write(path, talk)])
        let copy = try #require(try store.readBytes(at: path))
        try store.save([.write(path, Talk(words: []))], destroying: ["ben"])
        #expect(try keyring.owners() == ["ada", "x"])
        #expect(keyring.forgotten == ["ben"])
        #expect(folder.bytes(of: ".journal") == JournalFormat.magic)
        let gone = Talk(words: [.init("ada", "MARKONE"), .init("ben", "(gone)")])
        guard case .value(let value) = try format(keyring).read(Talk.self, from: copy, at: path)
        else {
            Issue.record("the copy can't be read")
            return
        }
        #expect(value == gone)
        // Nothing of theirs is ever sealed again.
        try store.save([.write(path, talk)])
        #expect(try store.read(Talk.self, at: path) == gone)
        #expect(try keyring.owners() == ["ada", "x"])
    }

    private func format(_ keyring: Keyring) -> DocumentFormat {
        var format = DocumentFormat(schema: 2)
        format.sealing = .init(keyring: keyring) { path in
            path.text.hasPrefix("plain") ? nil : String(path.text.split(separator: "/")[1])
        }
        return format
    }
}
