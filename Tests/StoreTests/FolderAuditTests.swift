import Foundation
import Glibc
import Testing

@testable import Store

@Suite struct FolderAuditTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    @Test func `a folder as the store leaves it has nothing to look after`() throws {
        let store = try fill()
        #expect(try FolderAudit(data: folder.data).findings() == [])
        #expect(try FolderAudit(keys: folder.keys).findings() == [])
        try store.close()
    }

    @Test func `what others may read is found, and closed to them`() throws {
        let store = try fill()
        for (path, mode) in [
            ("", 0o755), ("/couples/a", 0o711), ("/couples/a/couple.json", 0o640),
            ("/.journal", 0o644),
        ] as [(String, mode_t)] {
            #expect(chmod(folder.data + path, mode) == 0)
        }
        #expect(chmod(folder.keys + "/index.key", 0o444) == 0)
        let data = FolderAudit(data: folder.data)
        let findings = try data.findings()
        #expect(findings.map(\.path) == ["", ".journal", "couples/a", "couples/a/couple.json"])
        #expect(findings.allSatisfy { $0.what == .mode })
        for finding in findings { try data.mend(finding) }
        #expect(try data.findings() == [])
        #expect(folder.mode(of: "data/couples/a/couple.json") == 0o600)
        let keys = FolderAudit(keys: folder.keys)
        #expect(try keys.findings() == [.init(path: "index.key", what: .mode)])
        for finding in try keys.findings() { try keys.mend(finding) }
        #expect(folder.mode(of: "data.keys/index.key") == 0o400)
        try store.close()
    }

    @Test func `leftovers are found and removed; strange things are found and stay`() throws {
        let store = try fill()
        for name in ["couples/a/.new-couple.json", ".journal.new", ".spool-abc"] {
            try folder.write("x", to: name)
        }
        for name in ["README", "couples/a b.json"] { try folder.write("x", to: name) }
        #expect(symlink("/etc/passwd", folder.data + "/link.json") == 0)
        let audit = FolderAudit(data: folder.data)
        let findings = try audit.findings()
        #expect(
            findings.filter { $0.what == .leftover }.map(\.path)
                == [".journal.new", ".spool-abc", "couples/a/.new-couple.json"])
        #expect(
            findings.filter { $0.what == .strange }.map(\.path)
                == ["README", "couples/a b.json", "link.json"])
        for finding in findings { try audit.mend(finding) }
        #expect(try audit.findings().map(\.what) == [.strange, .strange, .strange])
        try store.close()
    }

    @Test func `the list of what was forgotten only grows`() throws {
        let list = folder.forgotten
        func unite(_ other: String) throws {
            try ForgottenKeys.unite(Array(other.utf8), into: list)
        }
        #expect(try ForgottenKeys.bytes(at: list) == nil)
        try unite("")
        #expect(try ForgottenKeys.bytes(at: list) == nil)
        let head = "talkaboutit forgotten keys 1\n"
        try unite("\(head)a\nb\n")
        // Half a line is none.
        try unite("\(head)b\nc\nhal")
        try unite("\(head)a\n")
        #expect(throws: StoreFault.self) { try unite("a\nd\n") }
        #expect(try ForgottenKeys.bytes(at: list) == Array("\(head)a\nb\nc\n".utf8))
        #expect(folder.mode(of: "data.forgotten") == 0o600)
    }

    private func fill() throws -> Store {
        let store = try Store.open(folder.data)
        _ = try Keyring.open(folder.keys, forgotten: folder.forgotten, mayCreate: true)
        try store.save([.note("couples/a/couple.json", "a"), .note("daemon.json", "d")])
        try store.checkpoint()
        return store
    }
}
