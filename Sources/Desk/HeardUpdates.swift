/// The platform's updates that were heard already, newest last: a second delivery changes
/// nothing. A set of ids, not a high-water mark: a platform may begin its numbers anew.
///
/// Saved as one short text, since it is saved with every message: the first id and then the
/// steps between them, in base 36.
package struct HeardUpdates: Sendable, Equatable, Codable {
    private var ids: [Int64] = []

    /// A platform redelivers at most one batch (100) of all chats together.
    private static let most = 128

    package init() {}

    /// Notes an update; false if it was heard before.
    mutating func hear(_ update: Int64) -> Bool {
        guard !ids.contains(update) else { return false }
        ids.append(update)
        if ids.count > HeardUpdates.most { ids.removeFirst(ids.count - HeardUpdates.most) }
        return true
    }

    func holds(_ update: Int64) -> Bool { ids.contains(update) }

    /// The last so many.
    func newest(_ count: Int) -> HeardUpdates {
        var newest = HeardUpdates()
        newest.ids = ids.suffix(count)
        return newest
    }

    /// What was heard on either page, when two become one: the newest of both, or the batch that
    /// joins them might come again and not be known.
    func joined(with other: HeardUpdates) -> HeardUpdates {
        var newestFirst: [Int64] = []
        var mine = ids.reversed()[...]
        var theirs = other.ids.reversed()[...]
        while newestFirst.count < HeardUpdates.most, !(mine.isEmpty && theirs.isEmpty) {
            for id in [mine.popFirst(), theirs.popFirst()].compactMap({ $0 })
            where !newestFirst.contains(id) { newestFirst.append(id) }
        }
        var joined = HeardUpdates()
        joined.ids = newestFirst.prefix(HeardUpdates.most).reversed()
        return joined
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        var last: Int64 = 0
        for step in try container.decode(String.self).split(separator: " ") {
            guard let step = Int64(step, radix: 36) else {
                throw DecodingError.dataCorruptedError(
                    in: container, debugDescription: "no number in base 36")
            }
            last &+= step
            ids.append(last)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var last: Int64 = 0
        let steps = ids.map { id in
            defer { last = id }
            return String(id &- last, radix: 36)
        }
        var container = encoder.singleValueContainer()
        try container.encode(steps.joined(separator: " "))
    }
}
