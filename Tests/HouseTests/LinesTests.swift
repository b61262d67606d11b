import ArgumentParser
import Curriculum
import Desk
import Dialogue
import Foundation
import Glibc
import Store
import Testing

@testable import talkaboutit

@Suite("The help lines")
struct LinesTests {
    private let folder: SettingsFolder
    private let lines: HelpLines
    private let date = LocalDate(year: 2026, month: 11, day: 23)

    init() throws {
        folder = try SettingsFolder()
        lines = try HelpLines.builtIn()
    }

    @Test("a confirmation is kept, shown, and read by the daemon's store")
    func confirm() throws {
        try startOnce()
        let said = try confirming.change("de", "hilfetelefon", to: date)
        #expect(said.contains("116 016: confirmed on 2026-11-23"))
        #expect(said.contains("when it next starts"))
        _ = try confirming.change("US", "988", to: date)
        let confirmations = try file.read()
        let confirmed = lines.confirmed(by: confirmations)
        #expect(confirmed.lines(for: "DE").filter { $0.verifiedOn == date }.count == 1)
        #expect(confirmed.table(of: "DE").contains("confirmed on 2026-11-23"))
        let store = try Store.open(data)
        #expect(try store.read(LineConfirmations.self, at: ConfirmationsFile.path) == confirmations)
        try store.close()
        #expect(try file.read() == confirmations)
    }

    @Test("a running daemon's lock is no hindrance, and the file is its owner's alone")
    func besideTheDaemon() throws {
        try startOnce()
        let store = try Store.open(data)
        _ = try confirming.change("DE", "hilfetelefon", to: date)
        try store.close()
        var status = stat()
        #expect(stat("\(data)/lines-confirmed.json", &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(try file.read() != LineConfirmations())
    }

    @Test("a confirmation can be taken back")
    func withdraw() throws {
        try startOnce()
        _ = try confirming.change("DE", "hilfetelefon", to: date)
        #expect(try confirming.change("DE", "hilfetelefon", to: nil).contains("not checked"))
        #expect(try file.read() == LineConfirmations())
    }

    @Test("before the first start nothing is made, as the daemon would miss its keys")
    func tooEarly() throws {
        #expect(throws: Stop.self) { try confirming.change("DE", "hilfetelefon", to: date) }
        #expect(!FileManager.default.fileExists(atPath: data))
        // A folder made by hand, and one whose keys went.
        try FileManager.default.createDirectory(
            atPath: data, withIntermediateDirectories: false)
        #expect(stop("DE", "hilfetelefon", date).contains("never ran"))
        _ = try folder.write("", to: "data/.lock")
        #expect(stop("DE", "hilfetelefon", date).contains("never ran"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: data) == [".lock"])
        #expect(try file.read() == LineConfirmations())
    }

    @Test("what is unknown, or yet to come, changes nothing, and says what there is")
    func refusals() throws {
        try startOnce()
        #expect(stop("DE", "hilfe", date).contains("It has: telefonseelsorge, hilfetelefon"))
        #expect(stop("ZZ", "a", date).contains("findahelpline.com"))
        #expect(stop("DE", "hilfetelefon", date.adding(days: 2)).contains("yet to come"))
        #expect(try file.read() == LineConfirmations())
        _ = try confirming.change("DE", "hilfetelefon", to: date.adding(days: 1))
    }

    @Test(
        "a file that can't be read is left as it is",
        arguments: ["{", #"{"schema":2,"value":{}}"#, #"{"schema":1,"value":{"a":"b"}}"#])
    func unreadable(text: String) throws {
        try startOnce()
        _ = try folder.write(text, to: "data/lines-confirmed.json")
        #expect(stop("DE", "hilfetelefon", date).contains("left as it is"))
        #expect(throws: Stop.self) { try file.read() }
        let left = try String(contentsOfFile: "\(data)/lines-confirmed.json", encoding: .utf8)
        #expect(left == text)
    }

    @Test("a full disk, or one that goes, leaves the old file whole")
    func faults() throws {
        try startOnce()
        _ = try confirming.change("DE", "hilfetelefon", to: date)
        let before = try file.read()
        var full = Disk.real
        full.create = { _, _, _, _ throws(DiskFault) in throw .full }
        var broken = Disk.real
        broken.rename = { _, _ throws(DiskFault) in throw .failed(code: EIO) }
        for (disk, words) in [(full, "disk is full"), (broken, "can't be written")] {
            let file = ConfirmationsFile(folder: data, keys: data + ".keys", disk: disk)
            let said = #expect(throws: Stop.self) {
                try LineConfirming(lines: lines, file: file, today: date)
                    .change("US", "988", to: date)
            }
            #expect(try #require(said).description.contains(words))
        }
        #expect(try file.read() == before)
    }

    @Test("two commands at once don't lose each other's work")
    func twoAtOnce() throws {
        try startOnce()
        let lock = try Disk.real.lock("\(data)/.lines.lock")
        #expect(stop("DE", "hilfetelefon", date).contains("try again"))
        Disk.real.close(lock)
        _ = try confirming.change("DE", "hilfetelefon", to: date)
    }

    @Test("the list names the directory first, and every line with its number and state")
    func list() {
        let table = lines.table(of: nil)
        #expect(table.hasPrefix("For every country: findahelpline.com\n\nAR\n"))
        for country in lines.countries {
            for line in lines.lines(for: country) {
                #expect(table.contains("  \(line.key): \(line.name), \(line.number)\n"))
            }
        }
        #expect(!table.contains("confirmed"))
        #expect(lines.table(of: "DE").contains("24/7 · de en"))
        #expect(!lines.table(of: "DE").contains("AR"))
        #expect(lines.table(of: "ZZ").contains("none"))
    }

    @Test("the commands parse, and mistakes in them are said")
    func parsing() throws {
        for (words, type) in [
            (["lines"], LinesListCommand.self as any ParsableCommand.Type),
            (["lines", "list", "--country", "de"], LinesListCommand.self),
            (["lines", "confirm", "DE", "a", "--on", "2026-11-23"], LinesConfirmCommand.self),
            (["lines", "confirm", "DE", "a", "--withdraw"], LinesConfirmCommand.self),
        ] {
            #expect(Swift.type(of: try TalkAboutIt.parseAsRoot(words)) == type)
        }
        for words in [
            ["lines", "list", "--country", "Germany"], ["lines", "confirm", "DE", "a"],
            ["lines", "confirm", "DE", "a", "--on", "23.11.2026"],
            ["lines", "confirm", "DE", "a", "--on", "2026-02-30"],
            ["lines", "confirm", "D", "a", "--withdraw"],
            ["lines", "confirm", "DE", "a", "--on", "2026-11-23", "--withdraw"],
        ] {
            #expect(throws: (any Error).self) { try TalkAboutIt.parseAsRoot(words) }
        }
    }

    private var data: String { "\(folder.path)/data" }
    private var file: ConfirmationsFile { ConfirmationsFile(folder: data, keys: data + ".keys") }
    private var confirming: LineConfirming {
        LineConfirming(lines: lines, file: file, today: date)
    }

    /// As the daemon's first start leaves its folders.
    private func startOnce() throws {
        try DataFolder(.init(data: data, keys: data + ".keys")).store.close()
    }

    private func stop(_ country: String, _ key: String, _ date: LocalDate) -> String {
        do {
            return try confirming.change(country, key, to: date)
        } catch {
            return "\(error)"
        }
    }
}
