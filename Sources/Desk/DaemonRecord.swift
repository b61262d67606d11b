import Messenger
package import Store

/// What belongs to nobody's page.
package struct DaemonRecord: Codable, Equatable, Sendable {
    /// Where each platform's queue was last confirmed.
    var cursors: [String: Cursor] = [:]
    /// Updates of people without a page, already heard.
    var heard = HeardUpdates()
    /// Letters to people without a page.
    var outbox: [Letter] = []
    var letterCount = 0
    /// Whose keys are destroyed with the batch that names them here.
    private var condemnedOwners: [String]?
    /// Up to which entry of the list of destroyed keys the folder is known to hold nothing of
    /// theirs.
    private var settledForgettings: Int?

    /// Pages that are gone, of which one of the two who were there is forgotten.
    private var halfForgottenPages: [String]?

    /// Chats that somebody moved away from, and may take their talk back to; by keyed tags, one
    /// for each way back.
    private var leftChats: [String]?

    var left: [String] {
        get { leftChats ?? [] }
        set { leftChats = newValue.isEmpty ? nil : newValue }
    }

    var halfForgotten: [String] {
        get { halfForgottenPages ?? [] }
        set { halfForgottenPages = newValue.isEmpty ? nil : newValue }
    }

    var condemned: [String] {
        get { condemnedOwners ?? [] }
        set { condemnedOwners = newValue.isEmpty ? nil : newValue }
    }

    /// The same without those whose keys are gone: that they are named still says nothing.
    package func withoutForgotten(_ keyring: Keyring) -> DaemonRecord {
        var record = self
        record.condemned.removeAll { keyring.isForgotten($0) }
        return record
    }

    var forgottenCount: Int {
        get { settledForgettings ?? 0 }
        set { settledForgettings = newValue }
    }

    /// Letters that may wait here, in all and for one person.
    static let mostLetters = 500
    static let mostLettersOfOne = 6
}
