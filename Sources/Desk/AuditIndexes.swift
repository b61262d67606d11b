import Store

extension Audit {
    /// People and invitations, held against what the pages say.
    mutating func lookAtIndexes(_ known: KnownPages) throws(StoreFault) {
        try lookAtPeople(known)
        try lookAtInvites(known)
    }

    private mutating func lookAtPeople(_ known: KnownPages) throws(StoreFault) {
        var missing = known.places
        for name in try names(in: "people") {
            let path = RelativePath("people/\(name)")
            let found = try read(path) { [cabinet] path throws(StoreFault) in
                try cabinet.place(at: path)
            }
            let wanted = missing.removeValue(forKey: path)
            guard let found, !known.contested.contains(path), found != wanted else { continue }
            if let wanted {
                index(path, .unindexed, .write(path, wanted))
            } else if !known.unreadable.contains(found.couple) {
                index(path, .stale, .remove(path))
            }
        }
        for path in known.contested.sorted() {
            missing[path] = nil
            note(path, .contested)
        }
        for (path, place) in missing.sorted(by: { $0.key < $1.key }) {
            index(path, .unindexed, .write(path, place))
        }
    }

    private mutating func lookAtInvites(_ known: KnownPages) throws(StoreFault) {
        var missing = known.invites
        for name in try names(in: "invites") {
            let path = RelativePath("invites/\(name)")
            let found = try read(path) { [cabinet] path throws(StoreFault) in
                try cabinet.invite(at: path)
            }
            let wanted = missing.removeValue(forKey: path).map { whole($0, at: path, known) }
            guard let found else { continue }
            // Who came by it may be somebody whose page can't be read.
            let mayBeClaimed = found.claimant.map { known.unreadable.contains($0) } ?? false
            guard found != wanted, !mayBeClaimed else { continue }
            if let wanted {
                index(path, .unindexed, .write(path, wanted))
            } else if !known.unreadable.contains(found.couple) {
                index(path, .stale, .remove(path))
            }
        }
        for (path, record) in missing.sorted(by: { $0.key < $1.key }) {
            index(path, .unindexed, .write(path, whole(record, at: path, known)))
        }
    }

    private func whole(
        _ record: InviteRecord, at path: RelativePath, _ known: KnownPages
    ) -> InviteRecord {
        var record = record
        record.claimant = known.claimants[path]
        return record
    }

    private mutating func index(_ path: RelativePath, _ what: What, _ change: Change) {
        note(path, what)
        mends[.indexes, default: []].append(change)
    }
}
