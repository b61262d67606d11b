/// A file's contents: what the platter has, what everybody sees, and what lies between.
struct SimulatedFile: Sendable {
    /// What a power cut can't take.
    private(set) var durable: [UInt8] = []
    /// What who reads it sees.
    private(set) var bytes: [UInt8] = []
    private var pending: [Change] = []
    /// A sync failed and the system dropped what it could not write: what is seen isn't what will
    /// ever be written.
    private var isForsaken = false

    enum Change: Sendable {
        case write(at: Int, [UInt8])
        case truncate(Int)
    }

    var isSynced: Bool { pending.isEmpty && !isForsaken }

    mutating func append(_ new: [UInt8]) {
        guard !new.isEmpty else { return }
        pending.append(.write(at: bytes.count, new))
        bytes += new
    }

    mutating func truncate(_ length: Int) {
        guard length != bytes.count else { return }
        pending.append(.truncate(length))
        bytes.cut(length)
    }

    mutating func sync() {
        guard !pending.isEmpty else { return }
        if isForsaken {
            for change in pending { durable.apply(change) }
        } else {
            durable = bytes
        }
        pending = []
    }

    /// A sync that failed.
    ///
    /// - Parameter isForsaking: the system takes the pages for clean all the same, as Linux does.
    mutating func failToSync(isForsaking: Bool) {
        guard isForsaking, !pending.isEmpty else { return }
        pending = []
        isForsaken = true
    }

    /// The power goes: each change is kept, lost, moved before another or torn.
    ///
    /// - Parameter kept: how many in a hundred are kept whole.
    mutating func crash(kept: Int, using dice: inout SimulatedDice) {
        guard !isSynced else { return }
        if dice.chance(of: 25) { pending.shuffle(using: &dice) }
        for change in pending {
            if dice.chance(of: kept) {
                durable.apply(change)
            } else if case .write(let start, let new) = change, dice.chance(of: 60) {
                durable.tear(new, at: start, using: &dice)
            }
        }
        bytes = durable
        pending = []
        isForsaken = false
    }
}

extension [UInt8] {
    fileprivate mutating func cut(_ length: Int) {
        if length < count {
            removeLast(count - length)
        } else {
            append(contentsOf: repeatElement(0, count: length - count))
        }
    }

    fileprivate mutating func apply(_ change: SimulatedFile.Change) {
        switch change {
        case .truncate(let length): cut(length)
        case .write(let start, let new): lay(new[...], at: start)
        }
    }

    private mutating func lay(_ new: ArraySlice<UInt8>, at start: Int) {
        if count < start + new.count { cut(start + new.count) }
        replaceSubrange(start..<(start + new.count), with: new)
    }

    /// Some of a write: its beginning, or some of its sectors with the file as long as it would
    /// have been, and nothing or anything where the others should be.
    fileprivate mutating func tear(_ new: [UInt8], at start: Int, using dice: inout SimulatedDice) {
        guard dice.chance(of: 50) else {
            let length = dice.roll(new.count + 1)
            let end = start + new.count
            lay(new.prefix(length), at: start)
            if count < end, dice.chance(of: 30) { cut(end) }
            return
        }
        let known = count
        if count < start + new.count { cut(start + new.count) }
        let isGarbage = dice.chance(of: 50)
        var at = 0
        while at < new.count {
            let end = Swift.min(new.count, ((start + at) / 512 + 1) * 512 - start)
            if dice.chance(of: 50) {
                lay(new[at..<end], at: start + at)
            } else if isGarbage {
                for index in Swift.max(known, start + at)..<Swift.max(known, start + end) {
                    self[index] = UInt8(truncatingIfNeeded: dice.next())
                }
            }
            at = end
        }
    }
}
