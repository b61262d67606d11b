import Foundation
import Testing

@testable import Store

struct KeyringTests {
    @Test func `it is made once, and finds the same tags ever after`() throws {
        let folder = try TestFolder()
        let made = try folder.keyring(mayCreate: true)
        let opened = try folder.keyring(mayCreate: false)
        let tag = made.tag(platform: "telegram", address: "42")
        #expect(opened.tag(platform: "telegram", address: "42") == tag)
        #expect(tag.count == 52 && RelativePath(validating: "people/\(tag).json") != nil)
        #expect(folder.mode(of: "data.keys") == 0o700)
        #expect(
            folder.files() == [
                "data.forgotten", "data.keys/index.key", "data.keys/installation.key",
            ])
        for file in folder.files() {
            #expect(folder.mode(of: file) == (file.hasSuffix(".key") ? 0o400 : 0o600))
        }
        let again = try folder.keyring(mayCreate: true)
        #expect(again.tag(code: "x") == made.tag(code: "x"))
        #expect("\(made)" == "Keyring" && String(reflecting: made) == "Keyring")
    }

    @Test func `different things have different tags, and so have installations`() throws {
        let folders = try [TestFolder(), TestFolder()]
        let keys = try folders[0].keyring(mayCreate: true)
        let other = try folders[1].keyring(mayCreate: true)
        let tags = [
            keys.tag(platform: "a", address: "bc"), keys.tag(platform: "ab", address: "c"),
            keys.tag(code: "abc"), keys.tag(code: "a"), keys.tag(platform: "", address: "abc"),
            other.tag(code: "abc"), other.tag(platform: "a", address: "bc"),
        ]
        #expect(Set(tags).count == tags.count)
    }

    @Test func `data without its keyring never gets a new one`() throws {
        let folder = try TestFolder()
        #expect(throws: KeyringFault.missing) {
            try folder.keyring(mayCreate: false)
        }
        #expect(folder.files().isEmpty)
        #expect(KeyringFault.missing.description.contains("backup"))
    }

    @Test func `half a keyring is missing, unless it is the first start`() throws {
        let folder = try TestFolder()
        _ = try folder.keyring(mayCreate: true)
        try FileManager.default.removeItem(atPath: "\(folder.keys)/index.key")
        #expect(throws: KeyringFault.missing) { try folder.keyring(mayCreate: false) }
        let keys = try folder.keyring(mayCreate: true)
        #expect(
            try folder.keyring(mayCreate: false).tag(code: "x") == keys.tag(code: "x"))
        try FileManager.default.removeItem(atPath: "\(folder.keys)/installation.key")
        #expect(throws: KeyringFault.missing) { try folder.keyring(mayCreate: true) }
    }

    @Test func `damage and strange keys are told apart`() throws {
        let folder = try TestFolder()
        let other = try TestFolder()
        _ = try folder.keyring(mayCreate: true)
        _ = try other.keyring(mayCreate: true)
        try FileManager.default.removeItem(atPath: "\(folder.keys)/index.key")
        try FileManager.default.copyItem(
            atPath: "\(other.keys)/index.key", toPath: "\(folder.keys)/index.key")
        #expect(throws: KeyringFault.wrongKey) { try folder.keyring(mayCreate: false) }
        try FileManager.default.removeItem(atPath: "\(folder.keys)/installation.key")
        try Data("nonsense\n00\n".utf8).write(
            to: URL(fileURLWithPath: "\(folder.keys)/installation.key"))
        #expect(throws: KeyringFault.unreadable(file: "installation.key")) {
            try folder.keyring(mayCreate: false)
        }
    }

    @Test func `whichever operation fails at the first start, the next start goes on`() throws {
        for operation in 1...40 {
            let folder = try TestFolder()
            let faults = Faults(at: operation, .failed(code: 5), isLasting: true)
            // Whether it fails is what is looked at.
            let made = try? folder.keyring(mayCreate: true, disk: Disk.real.failing(faults))
            let next = try folder.keyring(mayCreate: true)
            if let made { #expect(made.tag(code: "x") == next.tag(code: "x")) }
            #expect((made == nil) == faults.hasStruck)
            #expect(
                folder.files() == [
                    "data.forgotten", "data.keys/index.key", "data.keys/installation.key",
                ])
        }
    }
}

extension KeyringTests {
    @Test func `a key whose folder couldn't be synced is synced before it is used`() throws {
        let folder = try TestFolder()
        _ = try folder.keyring(mayCreate: true)
        let counting = Faults(at: .max, .full, isLasting: false)
        let probe = try folder.keyring(mayCreate: false, disk: Disk.real.failing(counting))
        let start = counting.operations().count
        try probe.make(for: ["ben"])
        let making = counting.operations()
        #expect(making.last == "syncFolder")
        let faults = Faults(at: start + making.count, .full, isLasting: false)
        let keyring = try folder.keyring(mayCreate: false, disk: Disk.real.failing(faults))
        #expect(throws: KeyringFault.failed(code: nil)) { try keyring.make(for: ["ada"]) }
        _ = faults.operations()
        // Its file is there, so that it isn't made again: only the sync is missing.
        try keyring.make(for: ["ada"])
        #expect(faults.operations().contains("syncFolder"))
        try keyring.make(for: ["ada"])
        #expect(faults.operations().isEmpty)
    }
}

struct RandomTests {
    @Test func `ids and codes are long, plain and never the same`() {
        let ids = (0..<1_000).map { _ in RandomID.make() }
        #expect(Set(ids).count == 1_000)
        #expect(ids.allSatisfy { $0.count == 26 && FolderPath.isName($0) && $0 == $0.lowercased() })
        let codes = (0..<1_000).map { _ in InvitationCode.make() }
        #expect(Set(codes).count == 1_000)
        #expect(codes.allSatisfy { $0.count == 24 && FolderPath.isName($0) })
        #expect(codes.allSatisfy { code in !code.contains { "01ilo".contains($0) } })
    }

    @Test func `a code is known again however it is typed`() {
        let code = InvitationCode.make()
        #expect(InvitationCode.plain(" \(code.uppercased()) ") == code)
        #expect(InvitationCode.plain("\(code.prefix(12))-\(code.suffix(12))") == code)
        #expect(InvitationCode.plain(String(code.dropLast())) == nil)
        #expect(InvitationCode.plain(code.dropLast() + "0") == nil)
        #expect(InvitationCode.plain(String(repeating: "a", count: 10_000)) == nil)
    }

    @Test func `base 32 is the usual one`() {
        #expect(Base32.text(Array("foobar".utf8)) == "mzxw6ytboi")
        #expect(Base32.text(Array("f".utf8)) == "my")
        #expect(Base32.text([]) == "")
    }
}
