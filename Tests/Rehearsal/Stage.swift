package import Desk
package import Dialogue

/// Where a written conversation is played: the desk alone, or the whole house.
package protocol Stage: AnyObject, Sendable {
    /// Somebody does something.
    func act(_ deed: Deed, by person: String) async throws
    /// The clock goes on to then; whatever is due on the way happens.
    func advance(to moment: Moment) async throws
    /// The daemon is killed and started again.
    func powerCut() async throws
    /// What came last from the platform comes once more.
    func redeliver() async throws
    /// Nothing reaches the platform any more, or it does again.
    func network(isUp: Bool) async throws
    /// What the bot has said or done since the last call, in order. `expected` is how much there
    /// should be; a stage on which things take time waits for that much.
    func heard(expecting count: Int) async throws -> [Heard]
    /// The code of the invitation last shown to anybody.
    func invitation() async -> String?
    var now: Moment { get async }
    /// What in the data folder doesn't fit together.
    func findings() throws -> [Audit.Finding]
    /// Where everything is kept, if it is kept anywhere.
    var dataFolder: String? { get async }
}

extension Stage {
    /// Only where something crosses a network can it be cut off.
    package func network(isUp: Bool) async throws { throw NoNetwork() }
    /// Only where a folder is at hand can it be looked at.
    package func findings() throws -> [Audit.Finding] { [] }
    package var dataFolder: String? { nil }
}

/// The stage has no network that could fail.
package struct NoNetwork: Error {}

/// What somebody does.
package enum Deed: Sendable, Equatable {
    case say(String)
    case speak(seconds: Int)
    case sendOther
    case tap(label: String, below: String?)
    case reply(to: String, String)
    case edit(old: String, new: String)
    /// Takes a message of one's own out of the chat.
    case takeBack(String)
    case block(Bool)
    /// A forged or outdated button.
    case press(data: String)
}

/// Something that reached somebody's chat.
package struct Heard: Sendable, Equatable {
    package let by: String
    /// On one line, with the labels of its buttons in brackets.
    package let text: String

    package init(by: String, text: String) {
        self.by = by
        self.text = text
    }

    /// A picture, by the text below it.
    package static func picture(_ caption: String) -> String { "(a picture) \(caption)" }

    /// A message as it is written in a script.
    package static func line(_ text: String, buttons: [[String]]) -> String {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return ([flat] + buttons.flatMap { $0 }.map { "[\($0)]" }).joined(separator: " ")
    }
}
