import Foundation
import Glibc
import Testing

@testable import Store

struct StoreTests {
    @Test func `what is saved is read, before and after a checkpoint and a new start`() throws {
        let folder = try TestFolder()
        let store = try Store.open(folder.data)
        #expect(try !store.holdsData())
        try store.save([.note("couples/a/couple.json", "hello"), .note("daemon.json", "d")])
        #expect(folder.bytes(of: "daemon.json") == nil)
        #expect(try store.note("couples/a/couple.json") == "hello")
        #expect(try store.list(.root) == ["couples", "daemon.json"])
        #expect(try store.holdsData())
        try store.checkpoint()
        let text = #"{"schema":1,"value":{"text":"d"}}"# + "\n"
        #expect(folder.bytes(of: "daemon.json") == Array(text.utf8))
        #expect(try store.list(FolderPath("couples")) == ["a"])
        try store.save([.remove(RelativePath("daemon.json"))])
        #expect(try store.note("daemon.json") == nil)
        #expect(try store.list(.root) == ["couples"])
        try store.close()
        let again = try Store.open(folder.data)
        #expect(try again.notes() == ["couples/a/couple.json": "hello"])
        #expect(try again.list(FolderPath("nowhere")).isEmpty)
    }

    @Test func `files are their owner's alone`() throws {
        let folder = try TestFolder()
        let store = try Store.open(folder.data)
        try store.save([.note("couples/a/couple.json", "hello")])
        try store.checkpoint()
        for name in ["data", "data/couples", "data/couples/a"] {
            #expect(folder.mode(of: name) == 0o700, "\(name)")
        }
        #expect(folder.files().count == 3)
        for name in folder.files() { #expect(folder.mode(of: name) == 0o600, "\(name)") }
    }

    @Test func `one daemon a folder`() throws {
        let folder = try TestFolder()
        let store = try Store.open(folder.data)
        #expect(throws: StoreFault.inUse) { try Store.open(folder.data) }
        try store.close()
        #expect(throws: StoreFault.closed) { try store.save([.note("a.json", "a")]) }
        try Store.open(folder.data).close()
    }

    @Test func `a folder that comes back holds only what is new`() throws {
        let folder = try TestFolder()
        let store = try Store.open(folder.data)
        try store.save([.note("couples/a/couple.json", "1"), .note("couples/a/old/x.json", "2")])
        try store.checkpoint()
        try store.save([.removeFolder(FolderPath("couples/a"))])
        #expect(try store.list(FolderPath("couples")).isEmpty)
        try store.save([.note("couples/a/new.json", "3")])
        for _ in 0..<2 {
            #expect(try store.notes() == ["couples/a/new.json": "3"])
            #expect(try store.list(FolderPath("couples/a")) == ["new.json"])
            try store.checkpoint()
        }
    }

    @Test func `what is forgotten is nowhere in the folder`() throws {
        let folder = try TestFolder()
        let store = try Store.open(folder.data)
        try store.save([
            .note("couples/a/couple.json", "SECRET one"), .note("b.json", "SECRET two"),
        ])
        try store.checkpoint()
        try folder.write("SECRET three", to: "couples/a/couple.json~")
        try store.save([
            .note("couples/a/rounds/1.json", "SECRET four"), .note("b.json", "SECRET five"),
        ])
        #expect(folder.filesHolding("SECRET").count == 4)
        try store.save(
            [.removeFolder(FolderPath("couples/a")), .note("b.json", "plain")], forgetting: true)
        #expect(folder.filesHolding("SECRET").isEmpty)
        #expect(folder.files() == ["data/.journal", "data/.lock", "data/b.json"])
        #expect(try store.notes() == ["b.json": "plain"])
    }

    @Test func `the journal is cut when it has grown long`() throws {
        let folder = try TestFolder()
        let store = try Store.open(folder.data, journalLimit: 2_000)
        for number in 0..<200 {
            try store.save([.note("couples/a/couple.json", "number \(number)")])
            #expect(try #require(folder.bytes(of: ".journal")).count < 2_200)
        }
        #expect(try store.note("couples/a/couple.json") == "number 199")
    }

    @Test func `an unreadable document is left alone, whatever is saved`() throws {
        let folder = try TestFolder()
        try folder.write(#"{"schema":1,"value":{"te"#, to: "couples/a/couple.json")
        let store = try Store.open(folder.data)
        let path = RelativePath("couples/a/couple.json")
        #expect(throws: StoreFault.unreadable(path)) { try store.read(Note.self, at: path) }
        let attempts: [Change] = [
            .note(path.text, "new"), .remove(path), .removeFolder(FolderPath("couples/a")),
            .removeFolder(FolderPath("couples")), .writeBytes(path, [1]),
        ]
        for attempt in attempts {
            #expect(throws: StoreFault.setAside(path)) {
                try store.save([.note("b.json", "b"), attempt])
            }
        }
        #expect(try store.note("b.json") == nil)
        try store.save([.note("b.json", "b")])
        try store.close()
        #expect(folder.bytes(of: path.text) == Array(#"{"schema":1,"value":{"te"#.utf8))
    }

    @Test func `what can't be opened for now is not left alone, and read later`() throws {
        let folder = try TestFolder()
        try folder.write(#"{"schema":1,"value":{"text":"a"}}"#, to: "a.json")
        let counting = Faults(at: .max, .full, isLasting: false)
        let first = try Store.open(folder.data, disk: Disk.real.failing(counting))
        let start = counting.operations().count
        try first.close()
        for code in [EMFILE, ENFILE, ENOMEM] {
            let faults = Faults(at: start + 1, DiskFault(code: code), isLasting: false)
            let store = try Store.open(folder.data, disk: Disk.real.failing(faults))
            #expect(throws: StoreFault.full) { try store.note("a.json") }
            #expect(faults.hasStruck)
            #expect(try store.note("a.json") == "a")
            try store.save([.note("a.json", "a")])
            try store.close()
        }
    }

    @Test(arguments: ["", "[]", "{}", #"{"schema":"1"}"#, "\u{0}", #"{"schema":1,"value":7}"#])
    func `damage of any kind is unreadable`(text: String) throws {
        let folder = try TestFolder()
        try folder.write(text, to: "a.json")
        let store = try Store.open(folder.data)
        let path = RelativePath("a.json")
        #expect(throws: StoreFault.unreadable(path)) { try store.read(Note.self, at: path) }
    }

    @Test func `a newer document is refused and kept`() throws {
        let folder = try TestFolder()
        let text = #"{"schema":9,"value":{"other":1}}"#
        try folder.write(text, to: "a.json")
        let store = try Store.open(folder.data)
        let path = RelativePath("a.json")
        #expect(throws: StoreFault.newerSchema(path, found: 9)) {
            try store.read(Note.self, at: path)
        }
        #expect(throws: StoreFault.setAside(path)) { try store.save([.note("a.json", "new")]) }
        #expect(folder.bytes(of: "a.json") == Array(text.utf8))
    }

    @Test func `an older document is migrated, and its copy kept until it is removed`() throws {
        let folder = try TestFolder()
        let old = #"{"schema":1,"value":{"words":"hello"}}"#
        try folder.write(old, to: "couples/a/couple.json")
        let store = try Store.open(folder.data, schema: 2) { _, schema, bytes in
            #expect(schema == 1)
            let text = String(decoding: bytes, as: UTF8.self)
            return Array(
                text.replacingOccurrences(of: "words", with: "text")
                    .replacingOccurrences(of: ":1", with: ":2").utf8)
        }
        #expect(try store.note("couples/a/couple.json") == "hello")
        try store.checkpoint()
        let copy = ".migrated/couples/a/couple.json/schema-1.json"
        #expect(folder.bytes(of: copy) == Array(old.utf8))
        #expect(folder.mode(of: "data/\(copy)") == 0o600)
        #expect(try store.note("couples/a/couple.json") == "hello")
        #expect(try store.list(.root) == ["couples"])
        try store.save([.removeFolder(FolderPath("couples/a"))], forgetting: true)
        #expect(folder.filesHolding("hello").isEmpty)
    }

    @Test func `a value that can't be written refuses the whole batch`() throws {
        let folder = try TestFolder()
        let store = try Store.open(folder.data)
        let path = RelativePath("bad.json")
        #expect(throws: StoreFault.unwritable(path)) {
            try store.save([.note("a.json", "a"), .write(path, Double.nan)])
        }
        #expect(throws: StoreFault.unwritable(path)) {
            try store.save([.writeBytes(path, [UInt8](repeating: 0, count: 17 << 20))])
        }
        #expect(try store.notes().isEmpty)
    }

    @Test func `without space nothing of the batch is kept, and with space it is saved`() throws {
        let folder = try TestFolder()
        let second = Faults(at: 2, .full, isLasting: false)
        var disk = Disk.real
        disk.append = Disk.real.failing(second).append
        let store = try Store.open(folder.data, disk: disk)
        var faults: [StoreFault] = []
        for number in 0..<3 {
            do throws(StoreFault) { try store.save([.note("\(number).json", "n")]) } catch {
                faults.append(error)
            }
        }
        #expect(faults == [.full])
        #expect(try store.notes().count == 2)
        let crashed = try folder.copy()
        #expect(try Store.open(crashed.data).notes().count == 2)
    }

    @Test(arguments: [
        "", "/a.json", "../a.json", "a//b.json", "a/.json", ".lock", "a", "a.b/c.json",
        "a.json/", "ä.json", "a b.json", "a.json.", String(repeating: "a", count: 300) + ".json",
    ])
    func `a path that leads elsewhere is none`(text: String) {
        #expect(RelativePath(validating: text) == nil)
    }
}
