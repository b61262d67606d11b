import Testing

@testable import Store

struct JournalFormatTests {
    private let batches: [[AfterImage]] = [
        [.file(path: "a.json", bytes: Array("one".utf8)), .noFile(path: "b.json")],
        [.noFolder(path: "couples/x")],
        [.file(path: "c.json", bytes: Array("three".utf8))],
    ]

    private func journal() -> (bytes: [UInt8], last: Int) {
        var bytes = JournalFormat.magic
        var last = 0
        for (number, batch) in batches.enumerated() {
            last = bytes.count
            bytes += JournalFormat.record(batch, number: UInt64(number) + 1)
        }
        return (bytes, last)
    }

    @Test func `what is written is read`() throws {
        #expect(try JournalFormat.batches(in: journal().bytes) == batches)
        #expect(try JournalFormat.batches(in: []).isEmpty)
        #expect(try JournalFormat.batches(in: JournalFormat.magic).isEmpty)
    }

    @Test func `a changed byte is refused, but in the last record, which is dropped`() throws {
        let (bytes, last) = journal()
        for position in bytes.indices {
            for change: UInt8 in [0x01, 0x80, 0xFF] {
                var damaged = bytes
                damaged[position] ^= change
                if position >= last {
                    #expect(try JournalFormat.batches(in: damaged) == Array(batches.dropLast()))
                } else {
                    #expect(throws: StoreFault.self, "byte \(position)") {
                        try JournalFormat.batches(in: damaged)
                    }
                }
            }
        }
    }

    @Test func `zeros or noise behind the last record are dropped`() throws {
        let (bytes, _) = journal()
        for tail in [[UInt8](repeating: 0, count: 5_000), [UInt8](repeating: 0xA5, count: 77)] {
            #expect(try JournalFormat.batches(in: bytes + tail) == batches)
        }
    }

    @Test func `a record that is missing in the middle is damage`() throws {
        let first = JournalFormat.record(batches[0], number: 1)
        let third = JournalFormat.record(batches[2], number: 3)
        #expect(throws: StoreFault.journalDamaged(batch: 2)) {
            try JournalFormat.batches(in: JournalFormat.magic + first + third)
        }
    }
}
