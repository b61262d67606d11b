/// A zone's rules as they lie on a machine: a file in the Time Zone Information Format
/// (RFC 9636), of which only the offsets matter here.
struct ZoneFile: Sendable, Equatable {
    /// Moments at which clocks changed, in seconds since 1970, ascending.
    private let changes: [Int64]
    /// Seconds ahead of UTC: before the first change, and after each.
    private let offsets: [Int64]
    /// What goes for all time after the last change.
    private let ever: YearlyRule?

    /// Nil for anything that isn't such a file, whole and in order, of version 2 or newer.
    init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        // The first block has 32 bits a moment, and is there only for old programs.
        guard let old = reader.header(), reader.skip(old.size(ofMoment: 4)),
            let counts = reader.header()
        else { return nil }
        guard let changes = reader.numbers(counts.changes, of: 8),
            let kinds = reader.numbers(counts.changes, of: 1),
            let types = reader.types(counts.types),
            reader.skip(
                counts.letters + counts.leapSeconds * 12 + counts.standard + counts.universal),
            let footer = reader.footer()
        else { return nil }
        guard zip(changes, changes.dropFirst()).allSatisfy({ $0 < $1 }),
            kinds.allSatisfy({ (0..<Int64(types.count)).contains($0) }),
            types.allSatisfy({ abs($0) < 86_400 })
        else { return nil }
        self.changes = changes
        offsets = [types[0]] + kinds.map { types[Int($0)] }
        if footer.isEmpty {
            ever = nil
        } else {
            guard let rule = YearlyRule(footer) else { return nil }
            ever = rule
        }
    }

    /// Seconds ahead of UTC at a moment, in seconds since 1970.
    func offset(at moment: Int64) -> Int64 {
        if let ever, changes.last.map({ moment >= $0 }) ?? true { return ever.offset(at: moment) }
        // How many changes are not after it.
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= moment { low = middle + 1 } else { high = middle }
        }
        return offsets[low]
    }
}

/// Reads big-endian numbers, and nothing beyond the end.
private struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    struct Header {
        let universal, standard, leapSeconds, changes, types, letters: Int

        /// The size of the block that follows it, in bytes.
        func size(ofMoment moment: Int) -> Int {
            changes * (moment + 1) + types * 6 + letters + leapSeconds * (moment + 4) + standard
                + universal
        }
    }

    mutating func header() -> Header? {
        guard bytes.count - position >= 44, bytes[position..<(position + 4)] == [84, 90, 105, 102],
            bytes[position + 4] >= UInt8(ascii: "2")
        else { return nil }
        position += 20
        guard let counts = numbers(6, of: 4) else { return nil }
        // No file has as many; what claims to is none.
        guard counts.allSatisfy({ (0...100_000).contains($0) }), counts[4] > 0 else { return nil }
        return Header(
            universal: Int(counts[0]), standard: Int(counts[1]), leapSeconds: Int(counts[2]),
            changes: Int(counts[3]), types: Int(counts[4]), letters: Int(counts[5]))
    }

    mutating func skip(_ count: Int) -> Bool {
        guard count <= bytes.count - position else { return false }
        position += count
        return true
    }

    /// Signed, but for those of one byte.
    mutating func numbers(_ count: Int, of width: Int) -> [Int64]? {
        guard count * width <= bytes.count - position else { return nil }
        return (0..<count).map { _ in number(width) }
    }

    private mutating func number(_ width: Int) -> Int64 {
        defer { position += width }
        let value = bytes[position..<(position + width)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return width == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
    }

    /// Of each kind of local time its offset; that it is summer, and its letters, are passed over.
    mutating func types(_ count: Int) -> [Int64]? {
        guard count * 6 <= bytes.count - position else { return nil }
        return (0..<count).map { _ in
            defer { position += 2 }
            return number(4)
        }
    }

    /// The line at the end.
    mutating func footer() -> String? {
        let rest = bytes[position...]
        guard rest.first == 10, let end = rest.dropFirst().firstIndex(of: 10) else { return nil }
        return String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
    }
}
