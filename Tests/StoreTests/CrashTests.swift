import Foundation
import Testing

@testable import Store

/// What is there after the worst moment to stop.
struct CrashTests {
    @Test func `cut off at any byte, the journal gives whole batches and no more`() throws {
        let folder = try TestFolder()
        let store = try Store.open(folder.data)
        var ends: [Int] = []
        for batch in History.batches {
            try store.save(batch.changes)
            ends.append(try #require(folder.bytes(of: ".journal")).count)
        }
        let journal = try #require(folder.bytes(of: ".journal"))
        for length in 0...journal.count {
            let crashed = try TestFolder()
            try crashed.write(String(repeating: "x", count: 9), to: "couples/a/.new-couple.json")
            let path = URL(fileURLWithPath: "\(crashed.data)/.journal")
            try Data(journal.prefix(length)).write(to: path)
            let whole = ends.count { $0 <= length }
            do {
                let reopened = try Store.open(crashed.data)
                let notes = try reopened.notes()
                #expect(notes == History.state(after: whole), "cut off at \(length)")
                try reopened.save([.note("after.json", "new")])
            }
            let again = try Store.open(crashed.data)
            var expected = History.state(after: whole)
            expected["after.json"] = "new"
            #expect(try again.notes() == expected, "cut off at \(length)")
        }
    }

    @Test func `a power cut between any two batches loses none`() throws {
        let folder = try TestFolder()
        let store = try Store.open(folder.data, journalLimit: 400)
        for (count, batch) in History.batches.enumerated() {
            try store.save(batch.changes, forgetting: batch.isForgetting)
            let crashed = try folder.copy()
            #expect(try store.notes() == History.state(after: count + 1))
            #expect(try Store.open(crashed.data).notes() == History.state(after: count + 1))
        }
    }

    @Test func `a save is one append and one sync, a checkpoint syncs before it cuts`() throws {
        let folder = try TestFolder()
        let faults = Faults(at: .max, .full, isLasting: false)
        let store = try Store.open(folder.data, disk: Disk.real.failing(faults))
        let opening = faults.operations()
        #expect(Array(opening.prefix(2)) == ["makeFolder", "syncFolder"])
        #expect(Array(opening.suffix(3)) == ["rename", "openLog", "syncFolder"])
        try store.save((0..<64).map { .note("couples/a/\($0).json", "text") })
        #expect(faults.operations() == ["append", "syncData"])
        try store.save([.note("b.json", "text")], forgetting: true)
        var operations = faults.operations()
        #expect(operations.count { $0 == "create" } == 65)
        #expect(
            Array(operations.suffix(4)) == ["rename", "syncSystem", "truncate", "syncData"])
        #expect(!operations.dropLast(3).contains("truncate"))
        try store.checkpoint()
        operations = faults.operations()
        #expect(operations.isEmpty)
    }

    enum Mode: String, CaseIterable { case error, space, power }

    @Test(arguments: Mode.allCases)
    func `whichever disk operation fails, what was acknowledged is there, whole`(
        mode: Mode
    ) throws {
        // Begin with documents in the folder and batches in the journal.
        let begun = try TestFolder()
        let first = try Store.open(begun.data)
        for (count, batch) in History.batches.prefix(4).enumerated() {
            try first.save(batch.changes)
            if count == 1 { try first.checkpoint() }
        }
        var operation = 0
        while true {
            operation += 1
            let faults = Faults(
                at: operation, mode == .space ? .full : .failed(code: 5), isLasting: mode == .power)
            let folder = try begun.copy()
            let outcomes = run(on: folder, Disk.real.failing(faults), from: 4)
            let notes = try Store.open(folder.data).notes()
            #expect(outcomes.contains(notes), "operation \(operation), \(mode)")
            #expect(folder.filesHolding(".new-").isEmpty)
            if !faults.hasStruck { break }
        }
        #expect(operation > 60)
    }

    /// Saves the rest of the history as far as it goes, and tells what may be there afterwards.
    private func run(on folder: TestFolder, _ disk: Disk, from start: Int) -> [History.State] {
        var state = History.state(after: start)
        do {
            let store = try Store.open(folder.data, journalLimit: 500, disk: disk)
            for batch in History.batches.dropFirst(start) {
                var next = state
                batch.apply(&next)
                do throws(StoreFault) {
                    try store.save(batch.changes, forgetting: batch.isForgetting)
                    state = next
                } catch {
                    switch error {
                    case .notYetForgotten: state = next
                    case .full, .failed: continue
                    case .broken: return isBroken(store) ? [state, next] : []
                    case .inUse, .journalDamaged, .unreadable, .setAside, .newerSchema,
                        .unwritable, .batchTooLarge, .closed:
                        return []
                    }
                }
            }
            try store.close()
        } catch {}
        return [state]
    }

    private func isBroken(_ store: Store) -> Bool {
        do throws(StoreFault) { try store.save([.note("late.json", "late")]) } catch {
            return error == .broken
        }
        return false
    }
}
