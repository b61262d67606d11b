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
    /// Something forgotten still lies in the folder, or has a key, for want of room.
    private(set) var owesForgetting = false
    /// Whose keys are still to be destroyed.
    private var condemned: [String] = []

    package init(store: Store, keyring: Keyring) {
        self.store = store
        self.keyring = keyring
    }

    package func page(_ id: String) throws(StoreFault) -> Page? {
        if let page = pages[id] { return page }
        guard Cabinet.isID(id) else { return nil }
        let page = try store.read(PageDocument.self, at: Cabinet.page(id))?.page
        // Damage that is still JSON: no path could be made of it.
        if let page, !page.hasPaths(under: id) { throw .unreadable(Cabinet.page(id)) }
        if let page { pages[id] = page }
        return page
    }

    package func round(_ line: RoundLine, of couple: String) throws(StoreFault) -> Round? {
        try store.read(
            RoundDocument.self, at: Cabinet.round(line.serial, line.name, of: couple))?.round
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
        try invite(at: invite(code: code))
    }

    func invite(at path: RelativePath) throws(StoreFault) -> InviteRecord? {
        try store.read(InviteRecord.self, at: path)
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
        definitions: Set<String>, forgetting: Bool, destroying owners: [String]
    ) throws(StoreFault) {
        do throws(StoreFault) {
            try store.save(changes, forgetting: forgetting, destroying: owners)
        } catch {
            // Saved all the same; what is to be destroyed is, as soon as there is room.
            guard error == .notYetForgotten else { throw error }
            owesForgetting = true
            condemned += owners
        }
        for (id, page) in changed { pages[id] = page }
        kept?.formUnion(definitions)
        for (path, place) in moved { remember(place, at: path) }
    }

    /// Destroys what should be gone already.
    ///
    /// - Parameter owners: whose keys a batch condemned before the daemon was cut short.
    func payForgetting(of owners: [String] = []) throws(StoreFault) {
        do throws(StoreFault) {
            try store.forget(condemned + owners)
            condemned = []
            owesForgetting = false
        } catch {
            guard error == .notYetForgotten else { throw error }
            condemned += owners
            owesForgetting = true
        }
    }

    func isForgotten(_ owner: String) -> Bool { keyring.isForgotten(owner) }

    /// How many keys were ever destroyed.
    var forgottenCount: Int { keyring.forgotten.count }

    /// How many there will be, once these are too.
    func forgottenCount(with owners: [String]) -> Int {
        forgottenCount + Set(owners).count { !keyring.isForgotten($0) }
    }

    /// Everyone who can be found by an address, with where.
    func everyPlace() throws(StoreFault) -> [(path: RelativePath, place: Place)] {
        try entries(Place.self, in: "people").map { ($0.path, $0.entry) }
    }

    /// Every code by which somebody moves, with whose it is.
    func everyMove() throws(StoreFault) -> [(path: RelativePath, place: Place, back: String?)] {
        try entries(InviteRecord.self, in: "invites").compactMap { path, record in
            record.moves.map { (path, Place(couple: record.couple, side: $0), record.back) }
        }
    }

    /// An entry that can't be read leads to nobody, and keeps nobody else from being found.
    private func entries<Entry: Decodable & Sendable>(
        _ type: Entry.Type, in folder: String
    ) throws(StoreFault) -> [(path: RelativePath, entry: Entry)] {
        var found: [(path: RelativePath, entry: Entry)] = []
        for name in try store.list(FolderPath(folder)) {
            guard let path = RelativePath(validating: "\(folder)/\(name)") else { continue }
            do throws(StoreFault) {
                if let entry = try store.read(type, at: path) { found.append((path, entry)) }
            } catch {
                guard error.isOfOneFile else { throw error }
            }
        }
        return found
    }

    func close() throws(StoreFault) { try store.close() }

    // Where things lie.

    static let daemonPath = RelativePath("daemon.json")

    /// Whether a couple can have this id.
    static func isID(_ id: String) -> Bool {
        !id.contains("/") && RelativePath(validating: "couples/\(id)/couple.json") != nil
    }

    static func folder(_ id: String) -> FolderPath { FolderPath("couples/\(id)") }

    static func page(_ id: String) -> RelativePath { RelativePath("couples/\(id)/couple.json") }

    static func round(_ serial: Int, _ name: RoundName, of couple: String) -> RelativePath {
        RelativePath(text(ofRound: serial, name, of: couple))
    }

    fileprivate static func text(
        ofRound serial: Int, _ name: RoundName, of couple: String
    ) -> String {
        let digits = String(serial)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "couples/\(couple)/rounds/\(padded)-\(name.text).json"
    }

    /// With whose key a document is sealed. Definitions hold nobody's words; sealed, nobody else can
    /// put words in a round's mouth.
    package static let owner: @Sendable (RelativePath) -> String? = { path in
        let names = path.text.split(separator: "/")
        return switch names[0] {
        case "couples": PersonID.both(of: String(names[1])).text
        default: Keyring.house  // not our enum
        }
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

extension Page {
    /// Whether it is this couple's, and each of its rounds has a place of its own in the folder.
    func hasPaths(under id: String) -> Bool {
        couple.id == id
            && couple.rounds.allSatisfy { line in
                !line.name.text.contains("/")
                    && RelativePath(
                        validating: Cabinet.text(ofRound: line.serial, line.name, of: id)) != nil
            }
    }
}
