package import Dialogue

/// When each couple's page is next due by itself: a binary heap, in which an entry that was
/// overtaken by a newer one is passed over when it comes up.
package struct Agenda: Sendable {
    private var heap: [Entry] = []
    private var current: [String: Moment] = [:]

    private struct Entry: Sendable {
        let at: Moment
        let couple: String
    }

    package init() {}

    /// The earliest moment at which anything is due.
    package var next: Moment? { heap.first?.at }

    package mutating func set(_ couple: String, to moment: Moment?) {
        guard current[couple] != moment else { return }
        current[couple] = moment
        guard let moment else { return }
        heap.append(Entry(at: moment, couple: couple))
        rise(from: heap.count - 1)
    }

    /// Takes out at most `limit` couples that are due, in an order that a restart doesn't change.
    package mutating func take(until now: Moment, limit: Int) -> [String] {
        var due: [String] = []
        while due.count < limit, let first = heap.first, first.at <= now {
            removeFirst()
            guard current[first.couple] == first.at else { continue }
            current[first.couple] = nil
            due.append(first.couple)
        }
        return due.sorted()
    }

    private mutating func removeFirst() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        heap[0] = last
        var index = 0
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2]
            where child < heap.count && heap[child].at < heap[least].at {
                least = child
            }
            guard least != index else { return }
            heap.swapAt(index, least)
            index = least
        }
    }

    private mutating func rise(from start: Int) {
        var index = start
        while index > 0, heap[index].at < heap[(index - 1) / 2].at {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }
}
