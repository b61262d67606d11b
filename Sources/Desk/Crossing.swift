package import Messenger

/// How a recording comes from the platform that holds it to another.
package struct Crossing: Sendable {
    /// A platform's recording; nil if it holds it no more, or isn't served.
    let fetch: @Sendable (_ platform: String, Hushed) async throws(Fault) -> Recording?
    /// What is said where one can't come over.
    let words: String

    package init(
        words: String,
        fetch: @escaping @Sendable (_ platform: String, Hushed) async throws(Fault) -> Recording?
    ) {
        self.words = words
        self.fetch = fetch
    }

    /// There is only one platform.
    package static let none = Crossing(words: "") { (_, _) throws(Fault) in nil }
}

extension Outgoing {
    /// Has the recording in place of what it referred to, or the words instead.
    mutating func attach(_ recording: Recording?, orSay words: String) {
        attachment = recording.map { .recording($0) }
        if recording == nil { parts = [Part(words)] }
    }
}
