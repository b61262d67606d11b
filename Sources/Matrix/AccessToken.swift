/// The secret that an account is spoken for with. It prints nothing; it goes into a header, never
/// into an address, and is saved only as part of a ``Login``.
package struct AccessToken: Sendable, Equatable {
    /// The token itself. Only for a header, and for where a login is kept.
    package let secret: String

    /// Reads a token as a server hands it out; white space around it is dropped.
    ///
    /// - Throws: ``Malformed`` if it is empty, longer than 4,096 bytes, or not printable ASCII
    ///   without spaces, which is all that a header can carry.
    package init(_ text: String) throws(Malformed) {
        let trimmed = text.drop(while: \.isWhitespace)
        let end = trimmed.lastIndex { !$0.isWhitespace }
        let token = trimmed[..<(end.map(trimmed.index(after:)) ?? trimmed.startIndex)]
        guard (1...4_096).contains(token.utf8.count),
            token.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw Malformed() }
        secret = String(token)
    }

    /// The text is not an access token. Says nothing of what it was.
    package struct Malformed: Error, Equatable, CustomStringConvertible {
        package var description: String {
            "not an access token: it should be letters, digits and signs, without any space"
        }
    }
}

extension AccessToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "AccessToken" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
