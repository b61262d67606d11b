@testable import Store

/// A small history of batches, and what the folder holds after each.
enum History {
    typealias State = [String: String]

    struct Batch: Sendable {
        let changes: [Change]
        let isForgetting: Bool
        let apply: @Sendable (inout State) -> Void
    }

    static let batches: [Batch] = [
        write(["couples/a/couple.json": "a1", "people/x.json": "x1"]),
        write(["couples/a/rounds/0001.json": "r1", "couples/a/couple.json": "a2"]),
        write(["couples/b/couple.json": "b1", "daemon.json": "d1"]),
        remove(["people/x.json"], writing: ["people/y.json": "y1"]),
        removeFolder("couples/a", writing: ["daemon.json": "d2"]),
        write(["couples/a/couple.json": "a3"]),
        removeFolder("couples/b", isForgetting: true),
        write(["couples/c/couple.json": "c1", "couples/a/couple.json": "a4"]),
        remove(["people/y.json"], writing: [:]),
    ]

    /// What the folder holds after the first so many batches.
    static func state(after count: Int) -> State {
        batches.prefix(count).reduce(into: [:]) { $1.apply(&$0) }
    }

    private static func write(_ notes: State) -> Batch { remove([], writing: notes) }

    private static func remove(_ paths: [String], writing notes: State) -> Batch {
        let removals = paths.map { Change.remove(RelativePath($0)) }
        return Batch(changes: removals + changes(notes), isForgetting: false) { state in
            for path in paths { state[path] = nil }
            state.merge(notes) { $1 }
        }
    }

    private static func removeFolder(
        _ folder: String, writing notes: State = [:], isForgetting: Bool = false
    ) -> Batch {
        let removal = Change.removeFolder(FolderPath(folder))
        return Batch(changes: [removal] + changes(notes), isForgetting: isForgetting) { state in
            state = state.filter { !$0.key.hasPrefix("\(folder)/") }
            state.merge(notes) { $1 }
        }
    }

    private static func changes(_ notes: State) -> [Change] {
        notes.sorted { $0.key < $1.key }.map { .note($0.key, $0.value) }
    }
}
