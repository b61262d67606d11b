import Messenger

/// The secret a bot is known by. It prints nothing, compares with nothing and is saved nowhere by
/// us; the only thing to be done with it is to make the address of a call.
package struct BotToken: Sendable {
    private let secret: String

    /// Reads `digits:letters` as the platform hands it out; white space around it is dropped.
    ///
    /// 5–20 digits, a colon, then 30–128 of `A–Z a–z 0–9 _ -`.
    package init(_ text: String) throws(Malformed) {
        let trimmed = text.drop(while: \.isWhitespace)
        let end = trimmed.lastIndex { !$0.isWhitespace }
        let fields = trimmed[..<(end.map(trimmed.index(after:)) ?? trimmed.startIndex)]
            .split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2,
            (5...20).contains(fields[0].utf8.count), fields[0].utf8.allSatisfy(isDigit),
            (30...128).contains(fields[1].utf8.count), fields[1].utf8.allSatisfy(isTokenByte)
        else { throw Malformed() }
        secret = fields.joined(separator: ":")
    }

    /// The text is not a bot token. Says nothing of what it was.
    package struct Malformed: Error, Equatable, CustomStringConvertible {
        package var description: String {
            "not a bot token: it should be digits, a colon, and at least 30 letters or digits"
        }
    }

    /// The whole address of a file, the token in its path; nil for a path that isn't one.
    func address(ofFile path: String, at server: BotServer) -> Hushed? {
        let isPlain = path.utf8.allSatisfy { byte in
            isTokenByte(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
        }
        guard isPlain, !path.isEmpty, !path.contains(".."), !path.hasPrefix("/") else { return nil }
        let test = server.isTestEnvironment ? "/test" : ""
        return Hushed("\(server.root)/file/bot\(secret)\(test)/\(path)")
    }

    /// The whole address of one method, the token in its path.
    func address(of method: String, at server: BotServer) -> Hushed {
        let test = server.isTestEnvironment ? "/test" : ""
        return Hushed("\(server.root)/bot\(secret)\(test)/\(method)")
    }
}

extension BotToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "BotToken" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

private func isTokenByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x5F || byte == 0x2D
}
