import Dialogue

/// Whether what a platform brings may be of long ago: only then is its word believed of when
/// something was said, since its clock may be wrong.
struct Punctuality: Sendable {
    private var hearing: [String: (at: Moment, isBehind: Bool)] = [:]

    /// Notes a batch. Returns whether the platform wasn't heard for a while before it, and hasn't
    /// caught up since.
    mutating func heard(_ platform: String, isEmpty: Bool, at now: Moment) -> Bool {
        let last = hearing[platform]
        let wasAway = last.map { now - $0.at > .minutes(10) } ?? true
        let isBehind = wasAway || last?.isBehind ?? true
        hearing[platform] = (now, isBehind && !isEmpty)
        return isBehind
    }
}
