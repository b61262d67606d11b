/// The platform's updates that were heard already, newest last: a second delivery changes
/// nothing. A set of ids, not a high-water mark: a platform may begin its numbers anew.
///
/// Saved as one short text, since it is saved with every message: the first id and then the
/// steps between them, in base 36.
package struct HeardUpdates: Sendable, Equatable, Codable {
    private var ids: [Int64] = []

    /// A platform redelivers at most one batch (100) of all chats together.
    static let mostOfPage = 128
    /// The daemon's own are those of everybody without a page, and what the pages of people who
    /// are forgotten had heard.
    static let mostOfDaemon = 512

    package init() {}

    func holds(_ update: Int64) -> Bool { ids.contains(update) }

    /// Notes an update; false if it was heard before.
    mutating func hear(_ update: Int64, most: Int = mostOfPage) -> Bool {
        guard !ids.contains(update) else { return false }
        ids.append(update)
        if ids.count > most { ids.removeFirst(ids.count - most) }
        return true
    }

    /// What was heard by either, when two pages become one or somebody's page goes. Where there is
    /// no room for all, the newest of both stay.
    func joined(with other: HeardUpdates, most: Int = mostOfPage) -> HeardUpdates {
        var newest: [Int64] = []
        var (mine, theirs) = (ids[...], other.ids[...])
        while newest.count < most, let id = mine.popLast() ?? theirs.popLast() {
            if !newest.contains(id) { newest.append(id) }
            if newest.count < most, let id = theirs.popLast(), !newest.contains(id) {
                newest.append(id)
            }
        }
        var joined = HeardUpdates()
        joined.ids = newest.reversed()
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
