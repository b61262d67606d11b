import Messenger

/// Where the last poll ended, and when the newest event that was taken happened: for when the
/// server no longer knows the place.
struct Position: Equatable {
    let since: String
    /// In milliseconds since 1970, by the servers' clocks.
    let time: Int64

    init(since: String, time: Int64) {
        self.since = since
        self.time = time
    }

    /// Nil if it can't be read.
    init?(_ cursor: Cursor) {
        guard let bar = cursor.text.lastIndex(of: "|"),
            let time = Int64(cursor.text[cursor.text.index(after: bar)...])
        else { return nil }
        self.init(since: String(cursor.text[..<bar]), time: time)
    }

    var cursor: Cursor { Cursor("\(since)|\(time)") }
}
