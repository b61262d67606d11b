/// The queue of updates of one bot: ids from a random start, confirmed by asking for a later
/// one, dropped when they grow too old.
///
/// Pure: the clock and the first id come as arguments.
struct UpdateQueue: Sendable {
    struct Update: Sendable {
        let id: Int64
        /// Seconds since 1970 after which nobody gets it any more.
        let expires: Double
        /// JSON members that follow `update_id`, without braces.
        let members: [UInt8]
    }

    static let maximumUpdates = 100_000
    static let maximumBytes = 128 << 20
    static let maximumUpdateBytes = 512 << 10
    /// An answer ends with the update that passes this many bytes.
    static let maximumAnswerBytes = 4 << 20
    /// An offset this far beyond the tail, or more, is not believed.
    static let farthestAhead: Int64 = 10

    private var updates: [Update] = []
    /// Where the queue starts within `updates`: what was confirmed is cut off in large pieces.
    private var head = 0
    private var bytes = 0
    private(set) var nextID: Int64

    init(firstID: Int64) { nextID = firstID }

    /// How many updates wait, the expired ones included until they are next looked at.
    var count: Int { updates.count - head }

    /// Appends an update; what does not fit is dropped, and then the answer is false.
    @discardableResult
    mutating func push(_ members: [UInt8], kind: UpdateKind, now: Double) -> Bool {
        guard count < Self.maximumUpdates, members.count <= Self.maximumUpdateBytes,
            bytes + members.count <= Self.maximumBytes
        else { return false }
        updates.append(Update(id: nextID, expires: now + kind.lifetime, members: members))
        bytes += members.count
        nextID += 1
        return true
    }

    /// What a poll from `offset` gets.
    ///
    /// A positive offset confirms everything before it; 0 confirms nothing; a negative one
    /// deletes all but the last so many; one too far from the queue is answered from its head.
    mutating func take(from offset: Int64, limit: Int, now: Double) -> [Update] {
        if offset < 0 { drop(count - Int(clamping: offset.magnitude)) }
        if offset > 0, isNear(offset) {
            drop(updates[head...].prefix { $0.id < offset }.count)
        }
        expire(now: now)
        var result: [Update] = []
        var size = 0
        for update in updates[head...].prefix(limit) {
            result.append(update)
            size += update.members.count
            if size >= Self.maximumAnswerBytes { break }
        }
        return result
    }

    /// Deletes everything, as `drop_pending_updates` asks.
    mutating func clear() { drop(count) }

    /// Starts numbering anew, as the real server does after a week of silence.
    mutating func renumber(from id: Int64) { nextID = id }

    private func isNear(_ offset: Int64) -> Bool {
        let first = count > 0 ? updates[head].id : nextID
        return offset <= nextID + Self.farthestAhead
            && offset >= first - Int64(Self.maximumUpdates)
    }

    private mutating func drop(_ number: Int) {
        guard number > 0 else { return }
        for update in updates[head..<(head + number)] { bytes -= update.members.count }
        head += number
        if head > 1_000, head * 2 > updates.count {
            updates.removeFirst(head)
            head = 0
        }
    }

    private mutating func expire(now: Double) {
        guard updates[head...].contains(where: { $0.expires <= now }) else { return }
        updates = updates[head...].filter { $0.expires > now }
        head = 0
        bytes = updates.reduce(0) { $0 + $1.members.count }
    }
}
