import Dispatch
import Foundation
import Testing

@testable import Store

@Suite struct ArchiveTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    @Test func `a backup holds what is in the folder and what is only in the journal`() throws {
        let store = try Store.open(folder.data)
        try store.save([.note("couples/a/couple.json", "old"), .note("people/gone.json", "x")])
        try store.save([.note("couples/c/couple.json", "whole folder")])
        try store.checkpoint()
        try store.save([
            .note("couples/a/couple.json", "new"), .remove(RelativePath("people/gone.json")),
            .note("daemon.json", "d"), .removeFolder(FolderPath("couples/c")),
        ])
        let entries = try entries(of: backup(of: store))
        #expect(
            entries.map(\.path) == ["couples/a/couple.json", "daemon.json"])
        #expect(entries.first?.text.contains("new") == true)
    }

    @Test func `copies from before a migration and strange files are left out`() throws {
        try folder.write(#"{"schema":1,"value":{"text":"old"}}"#, to: "a.json")
        let store = try Store.open(folder.data, schema: 2) { _, _, _ in
            Array(#"{"schema":2,"value":{"text":"new"}}"#.utf8)
        }
        #expect(try store.note("a.json") == "new")
        try store.checkpoint()
        for strange in ["notes", "couples/b (1).json", "old.bak/a.json", ".hidden"] {
            try folder.write("x", to: strange)
        }
        #expect(folder.files().contains { $0.contains(".migrated/") })
        let entries = try entries(of: backup(of: store))
        #expect(entries.map(\.path) == ["a.json"])
        #expect(entries[0].text.contains("new"))
    }

    @Test func `a document that can't be read stops it`() throws {
        let store = try Store.open(folder.data)
        try store.save([.note("a.json", "a")])
        try store.checkpoint()
        var disk = Disk.real
        disk.read = { path throws(DiskFault) in
            if path.hasSuffix("a.json") { throw .failed(code: 5) }
            return try Disk.real.read(path)
        }
        try store.close()
        let broken = try Store.open(folder.data, disk: disk)
        #expect(throws: StoreFault.unreadable(RelativePath("a.json"))) {
            try backup(of: broken)
        }
    }

    @Test func `the list of what was forgotten comes along`() throws {
        let store = try Store.open(folder.data)
        try store.save([.note("a.json", "a")])
        let list = Array("talkaboutit forgotten keys 1\nk1\nk2\n".utf8)
        try ForgottenKeys.unite(list, into: folder.forgotten)
        var reader = reader(of: try backup(of: store))
        var lists: [[UInt8]] = []
        while let entry = try reader.next() {
            if case .forgotten(let bytes) = entry { lists.append(bytes) }
        }
        #expect(lists == [list])
    }

    @Test func `any changed byte is noticed`() throws {
        let whole = try small()
        for place in whole.indices {
            for bit in [UInt8(1), 0x80] {
                var changed = whole
                changed[place] ^= bit
                #expect(throws: ArchiveFault.self, "byte \(place)") {
                    try entries(of: changed)
                }
            }
        }
        #expect(try entries(of: whole).count == 2)
    }

    @Test func `wherever it ends too soon, or goes on too long, that is noticed`() throws {
        let whole = try small()
        for count in 0..<whole.count {
            #expect(throws: ArchiveFault.damaged, "\(count) bytes") {
                try entries(of: Array(whole.prefix(count)))
            }
        }
        #expect(throws: ArchiveFault.damaged) { try entries(of: whole + [0]) }
        #expect(throws: ArchiveFault.damaged) { try entries(of: whole + whole) }
    }

    @Test func `two backups put together are none`() throws {
        let one = try small()
        let other = try archive { archive in
            try archive.add(RelativePath("a.json"), Array("other".utf8))
            try archive.add(RelativePath("b.json"), Array("second".utf8))
        }
        // Records of the same length and the same numbers, each whole by itself.
        #expect(one.count == other.count)
        let cut = ArchiveWriter.magic.count + JournalFormat.headLength + 4 + 1 + 2 + 6 + 4 + 5
        #expect(throws: ArchiveFault.damaged) {
            try entries(of: Array(one.prefix(cut) + other.dropFirst(cut)))
        }
        #expect(try entries(of: Array(one.prefix(cut) + one.dropFirst(cut))).count == 2)
    }

    @Test func `other files and newer backups are told apart`() throws {
        let whole = try small()
        #expect(throws: ArchiveFault.foreign) { try entries(of: Array("{\"schema\":1}".utf8)) }
        #expect(throws: ArchiveFault.foreign) { try entries(of: JournalFormat.magic + whole) }
        #expect(throws: ArchiveFault.newer) {
            try entries(of: Array("TAIback2".utf8) + whole.dropFirst(8))
        }
    }

    @Test func `a path that leads out of the folder is damage`() throws {
        for path in ["../a.json", "/etc/a.conf", "a/../../b.json", ".lock", "a//b.json"] {
            var bytes = ArchiveWriter.magic
            bytes += JournalFormat.record([.file(path: path, bytes: [1])], number: 1)
            #expect(throws: ArchiveFault.damaged) {
                var reader = reader(of: bytes)
                _ = try reader.next()
            }
        }
    }

    @Test func `a length that nothing has asks for no memory`() throws {
        var bytes = ArchiveWriter.magic
        bytes += [0xFF, 0xFF, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 40)
        var most = 0
        var place = 0
        var reader = ArchiveReader { count in
            most = max(most, count)
            defer { place += count }
            return Array(bytes.dropFirst(place).prefix(count))
        }
        #expect(throws: ArchiveFault.damaged) { try reader.next() }
        #expect(most < 100)
    }

    @Test func `it is of one moment: what is saved meanwhile waits`() throws {
        let store = try Store.open(folder.data)
        let paths = ["a/x.json", "b/y.json", "c/z.json"]
        try store.save(paths.map { .note($0, "old") })
        try store.checkpoint()
        let saved = DispatchSemaphore(value: 0)
        var texts: [String] = []
        var waits = false
        try store.snapshot { _, bytes in
            texts.append(String(decoding: bytes, as: UTF8.self))
            guard texts.count == 1 else { return }
            Thread.detachNewThread {
                do {
                    try store.save(paths.map { .note($0, "new") }, forgetting: true)
                } catch {
                    Issue.record(error)
                }
                saved.signal()
            }
            // If it didn't wait, it would be on the disk by now.
            waits = saved.wait(timeout: .now() + .milliseconds(500)) == .timedOut
        }
        #expect(texts.count == 3)
        #expect(texts.allSatisfy { $0.contains("old") })
        try #require(waits)
        saved.wait()
        #expect(try entries(of: backup(of: store)).allSatisfy { $0.text.contains("new") })
    }

    private func small() throws -> [UInt8] {
        try archive { archive in
            try archive.add(RelativePath("a.json"), Array("first".utf8))
            try archive.add(RelativePath("b.json"), Array("second".utf8))
        }
    }

    private func archive(_ body: (inout ArchiveWriter) throws -> Void) throws -> [UInt8] {
        let bytes = Gathered()
        var archive = try ArchiveWriter { bytes.all += $0 }
        try body(&archive)
        try archive.finish()
        #expect(archive.length == bytes.all.count)
        return bytes.all
    }

    private func backup(of store: Store) throws -> [UInt8] {
        let bytes = Gathered()
        let report = try store.backUp(with: folder.forgotten) {
            bytes.all += $0
        }
        #expect(report.length == bytes.all.count)
        return bytes.all
    }

    private func reader(of bytes: [UInt8]) -> ArchiveReader {
        var rest = bytes[...]
        return ArchiveReader { most in
            defer { rest = rest.dropFirst(most) }
            return Array(rest.prefix(most))
        }
    }

    private func entries(of bytes: [UInt8]) throws -> [(path: String, text: String)] {
        var reader = reader(of: bytes)
        var entries: [(path: String, text: String)] = []
        while let entry = try reader.next() {
            guard case .document(let path, let bytes) = entry else { continue }
            entries.append((path.text, String(decoding: bytes, as: UTF8.self)))
        }
        #expect(try reader.next() == nil)
        return entries
    }

    private final class Gathered {
        var all: [UInt8] = []
    }
}
