package import Curriculum
package import Dialogue
package import Messenger
package import Store

/// The data folder in the desk's words: pages, bodies of rounds, who is where, invitations.
///
/// Reads only; what changes is gathered by a ``Session`` and saved as one batch.
package final class Cabinet {
    private let store: Store
    private let keyring: Keyring
    private var pages = RecentPages(limit: 512)
    /// Where the people who wrote last are.
    private var places: [RelativePath: Place] = [:]
    private static let mostPlaces = 20_000
    /// Editions whose definitions lie in the folder; nil until that was looked up.
    private var kept: Set<String>?
    /// Definitions that were read.
    private var definitions: [String: RoundDefinition] = [:]
    private static let mostDefinitions = 512
    /// Something forgotten still lies in the folder, for want of room.
    private(set) var owesCheckpoint = false

    package init(store: Store, keyring: Keyring) {
        self.store = store
        self.keyring = keyring
    }

    package func page(_ id: String) throws(StoreFault) -> Page? {
        if let page = pages[id] { return page }
        let page = try store.read(Page.self, at: Cabinet.page(id))
        if let page { pages[id] = page }
        return page
    }

    package func round(_ line: RoundLine, of couple: String) throws(StoreFault) -> Round? {
        try store.read(Round.self, at: Cabinet.round(line.serial, line.name, of: couple))
    }

    /// Whether a definition lies in the folder. It is written once, and never again.
    package func holds(definition edition: String) throws(StoreFault) -> Bool {
        if let kept { return kept.contains(edition) }
        let names = try store.list(FolderPath("definitions"))
        let found = Set(names.map { $0.hasSuffix(".json") ? String($0.dropLast(5)) : $0 })
        kept = found
        return found.contains(edition)
    }

    /// A round as it was when somebody began it; nil if the folder never had that.
    package func definition(_ edition: String) throws(StoreFault) -> RoundDefinition? {
        if let known = definitions[edition] { return known }
        guard let path = Cabinet.definition(edition),
            let definition = try store.read(RoundDefinition.self, at: path)
        else { return nil }
        if definitions.count >= Cabinet.mostDefinitions { definitions = [:] }
        definitions[edition] = definition
        return definition
    }

    package func place(at path: RelativePath) throws(StoreFault) -> Place? {
        if let known = places[path] { return known }
        let place = try store.read(Place.self, at: path)
        if let place { remember(place, at: path) }
        return place
    }

    private func remember(_ place: Place?, at path: RelativePath) {
        if places.count >= Cabinet.mostPlaces { places = [:] }
        places[path] = place
    }

    package func invite(_ code: String) throws(StoreFault) -> InviteRecord? {
        try store.read(InviteRecord.self, at: invite(code: code))
    }

    package func daemon() throws(StoreFault) -> DaemonRecord {
        try store.read(DaemonRecord.self, at: Cabinet.daemonPath) ?? DaemonRecord()
    }

    /// Ids of all couples, sorted.
    package func couples() throws(StoreFault) -> [String] {
        try store.list(FolderPath("couples"))
    }

    /// Makes the batch durable. When it returns, it happened.
    func save(
        _ changes: [Change], pages changed: [String: Page?], places moved: [RelativePath: Place?],
        definitions: Set<String>, forgetting: Bool
    ) throws(StoreFault) {
        do throws(StoreFault) {
            try store.save(changes, forgetting: forgetting)
        } catch {
            // Saved all the same; the removed bytes go with the next checkpoint that has room.
            guard error == .notYetForgotten else { throw error }
            owesCheckpoint = true
        }
        for (id, page) in changed { pages[id] = page }
        kept?.formUnion(definitions)
        for (path, place) in moved { remember(place, at: path) }
    }

    /// Lets go of what should be gone already.
    func payCheckpoint() throws(StoreFault) {
        try store.checkpoint()
        owesCheckpoint = false
    }

    func close() throws(StoreFault) { try store.close() }

    // Where things lie.

    static let daemonPath = RelativePath("daemon.json")

    static func folder(_ id: String) -> FolderPath { FolderPath("couples/\(id)") }

    static func page(_ id: String) -> RelativePath { RelativePath("couples/\(id)/couple.json") }

    static func round(_ serial: Int, _ name: RoundName, of couple: String) -> RelativePath {
        let digits = String(serial)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return RelativePath("couples/\(couple)/rounds/\(padded)-\(name.text).json")
    }

    /// Nil for what is no edition of ours.
    static func definition(_ edition: String) -> RelativePath? {
        RelativePath(validating: "definitions/\(edition).json")
    }

    /// By a keyed tag, so that a stolen folder names nobody.
    package func person(_ address: Address) -> RelativePath {
        let tag = keyring.tag(platform: address.platform, address: address.chat.text)
        return RelativePath("people/\(tag).json")
    }

    func invite(code: String) -> RelativePath {
        RelativePath("invites/\(keyring.tag(code: code)).json")
    }
}

/// Which partner of which couple someone is.
package struct Place: Codable, Equatable, Sendable {
    package let couple: String
    package let side: Side
}

/// An invitation that can be found by its code.
package struct InviteRecord: Codable, Equatable, Sendable {
    let couple: String
    let expires: Moment
    /// The page of the one who came, until the maker has said whether that's them.
    var claimant: String?
}

/// What belongs to nobody's page.
package struct DaemonRecord: Codable, Equatable, Sendable {
    /// Where each platform's queue was last confirmed.
    var cursors: [String: Cursor] = [:]
    /// Updates of people without a page, already heard.
    var heard = HeardUpdates()
    /// Letters to people without a page.
    var outbox: [Letter] = []
    var letterCount = 0

    /// Letters that may wait here, in all and for one person.
    static let mostLetters = 500
    static let mostLettersOfOne = 6
}

/// The pages used last, so that a couple in the middle of a talk isn't read again and again.
private struct RecentPages {
    private let limit: Int
    private var pages: [String: (page: Page, used: UInt64)] = [:]
    private var clock: UInt64 = 0

    init(limit: Int) { self.limit = limit }

    subscript(id: String) -> Page? {
        mutating get {
            guard let found = pages[id]?.page else { return nil }
            clock += 1
            pages[id]?.used = clock
            return found
        }
        set {
            clock += 1
            pages[id] = newValue.map { ($0, clock) }
            guard pages.count > limit else { return }
            // Half go at once, so that the sorting is paid for seldom.
            let old = pages.sorted { $0.value.used < $1.value.used }.prefix(limit / 2)
            for entry in old { pages[entry.key] = nil }
        }
    }
}
