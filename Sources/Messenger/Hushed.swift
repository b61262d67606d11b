/// A string that never prints itself: what a person wrote, their name, their address, a path.
///
/// `description`, `debugDescription` and the mirror show only its length, so that no log line and
/// no error text can carry it by accident (promise 3). Reading it is explicit: ``text``.
package struct Hushed: Hashable, Sendable, Codable {
    /// The string itself. Never hand it to a log call, a metric or an error.
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Hushed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "‹\(text.utf8.count) bytes›" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
