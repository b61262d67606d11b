/// What the daemon answers to a command: one line of text, and for a backup its bytes.
package enum ControlReply: Sendable, Equatable {
    /// It is done, and on disk.
    case done
    /// Nobody is known by this address.
    case unknown
    /// The files of this person's couple can't be read.
    case unreadable
    /// The disk is full: nothing was done.
    case full
    /// It couldn't be done, and nothing was; the daemon's log says why.
    case failed
    /// That was no request.
    case malformed
    /// Too many ask at once.
    case busy
    /// So many bytes of a backup follow.
    case bytes(Int)
    /// How many of something in each of the next hours; a day's at most.
    case counts([Int])

    /// The longest line there is, in bytes, with its end.
    static let longest = 300

    package init?(line: String) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        if words.count == 2, words[0] == "bytes", let count = Int(words[1]), count >= 0 {
            self = .bytes(count)
        } else if words.first == "counts", words.count <= 25 {
            let counts = words.dropFirst().compactMap { Int($0) }
            guard counts.count == words.count - 1, counts.allSatisfy({ $0 >= 0 }) else {
                return nil
            }
            self = .counts(counts)
        } else if let reply = ControlReply.plain.first(where: { $0.line == line }) {
            self = reply
        } else {
            return nil
        }
    }

    package var line: String {
        switch self {
        case .done: "done"
        case .unknown: "unknown"
        case .unreadable: "unreadable"
        case .full: "full"
        case .failed: "failed"
        case .malformed: "malformed"
        case .busy: "busy"
        case .bytes(let count): "bytes \(count)"
        case .counts(let counts):
            (["counts"] + counts.prefix(24).map { String(min($0, 999_999_999)) })
                .joined(separator: " ")
        }
    }

    private static let plain: [ControlReply] = [
        .done, .unknown, .unreadable, .full, .failed, .malformed, .busy,
    ]
}
