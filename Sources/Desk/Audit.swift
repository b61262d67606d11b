import Curriculum
package import Store

/// Looks at everything in the data folder and finds what doesn't fit together. Changes nothing
/// but by ``mend(_:)``, and never what can't be read.
package struct Audit {
    /// Something that isn't as it should be. Names a path and never contents.
    package struct Finding: Sendable, Hashable {
        package let path: String
        package let what: What
    }

    package enum What: Sendable, Hashable {
        /// It can't be read, whyever.
        case unreadable
        /// A newer version of this program wrote it.
        case newer
        /// It belongs to another folder.
        case misplaced
        /// A round's line is there and its body isn't.
        case missing
        /// A body that no line names.
        case orphan
        /// A round names words that the folder doesn't hold.
        case wordless
        /// Letters that no page could have written.
        case letters
        /// Two pages are of the same chat.
        case contested
        /// An index lacks somebody or an invitation, or points elsewhere.
        case unindexed
        /// An index points at what isn't there.
        case stale
    }

    /// What can be put right.
    package enum Mend: Sendable, Hashable, CaseIterable {
        /// Indexes are made anew from the pages.
        case indexes
        /// Bodies that no line names are removed.
        case orphans
    }

    let cabinet: Cabinet
    private let store: Store

    package private(set) var findings: [Finding] = []
    package private(set) var counts = Counts()
    var mends: [Mend: [Change]] = [:]

    /// How much was looked at.
    package struct Counts: Sendable, Equatable {
        package var documents = 0
        package var couples = 0
        package var people = 0
        package var rounds = 0
        package var letters = 0
    }

    package init(store: Store, keyring: Keyring) {
        self.store = store
        cabinet = Cabinet(store: store, keyring: keyring)
    }

    /// Looks at all of it.
    ///
    /// - Throws: ``StoreFault`` if the folder itself can't be listed.
    package mutating func run() throws(StoreFault) {
        var known = KnownPages()
        for id in try cabinet.couples() {
            counts.couples += 1
            try lookAtCouple(id, &known)
        }
        try lookAtIndexes(known)
        for name in try names(in: "definitions") {
            _ = try read(RelativePath("definitions/\(name)")) { [store] path throws(StoreFault) in
                try store.read(RoundDefinition.self, at: path)
            }
        }
        for name in try names(in: "") where name.contains(".") {
            let path = RelativePath(name)
            if path == Cabinet.daemonPath {
                let record = try read(path) { [cabinet] _ throws(StoreFault) in try cabinet.daemon()
                }
                if let record { look(at: record.outbox, count: record.letterCount, path) }
            } else {
                _ = try read(path) { [store] path throws(StoreFault) in
                    try store.read(AnyDocument.self, at: path)
                }
            }
        }
        findings.sort { ($0.path, "\($0.what)") < ($1.path, "\($1.what)") }
    }

    /// Whether there is something of this kind to put right.
    package func needs(_ mend: Mend) -> Bool { mends[mend]?.isEmpty == false }

    /// Puts it right, durably.
    package func mend(_ mend: Mend) throws(StoreFault) {
        try store.save(mends[mend] ?? [])
    }

    mutating func note(_ path: RelativePath, _ what: What) {
        findings.append(Finding(path: path.text, what: what))
    }

    mutating func count(_ count: (inout Counts) -> Void) { count(&counts) }

    /// The documents' names in a folder that a document could have.
    func names(in folder: String) throws(StoreFault) -> [String] {
        try store.list(folder.isEmpty ? .root : FolderPath(folder)).filter { name in
            RelativePath(validating: folder.isEmpty ? name : "\(folder)/\(name)") != nil
        }
    }

    /// A document by these means; nil and noted if it can't be read.
    mutating func read<Value>(
        _ path: RelativePath, _ body: (RelativePath) throws(StoreFault) -> Value?
    ) throws(StoreFault) -> Value? {
        do throws(StoreFault) {
            guard let value = try body(path) else { return nil }
            counts.documents += 1
            return value
        } catch {
            switch error {
            case .newerSchema: note(path, .newer)
            case .unreadable, .setAside: note(path, .unreadable)
            case .inUse, .journalDamaged, .unwritable, .batchTooLarge, .full, .notYetForgotten,
                .broken, .closed, .failed:
                throw error
            }
            return nil
        }
    }

    /// Whether a document is among what couldn't be read.
    func isUnreadable(_ path: RelativePath) -> Bool {
        findings.contains {
            $0.path == path.text && ($0.what == .unreadable || $0.what == .newer)
        }
    }
}

/// Whatever a document holds, it only has to be readable.
private struct AnyDocument: Decodable {}
