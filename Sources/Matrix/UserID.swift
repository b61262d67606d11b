package import Messenger

/// An account's name: `@name:server`. It names a person, so it prints nothing of itself.
package struct UserID: Sendable, Hashable {
    package let name: Hushed

    /// - Throws: ``Malformed`` unless it is `@`, a name, `:` and a server, 255 bytes at most.
    package init(_ text: String) throws(Malformed) {
        guard text.utf8.first == UInt8(ascii: "@"), text.utf8.count <= 255,
            let colon = text.firstIndex(of: ":"), text.index(after: text.startIndex) < colon,
            text.index(after: colon) < text.endIndex,
            !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F })
        else { throw Malformed() }
        name = Hushed(text)
    }

    /// What stands before the server's name.
    var local: String {
        String(name.text.dropFirst().prefix { $0 != ":" })
    }

    /// The name of the server it lives on.
    var server: String {
        String(name.text.drop { $0 != ":" }.dropFirst())
    }

    /// The text is no account's name. Says nothing of what it was.
    package struct Malformed: Error, Equatable, CustomStringConvertible {
        package var description: String { "not an account of the form @name:server" }
    }
}
