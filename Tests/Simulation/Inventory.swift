import Curriculum
import Desk
import Dialogue
import Messenger
import Store

/// Everything that is kept, read and decoded: what two worlds must have in common, though their
/// bytes and the names of their files differ with their keys.
package struct Inventory: Equatable, Sendable {
    enum Document: Equatable, Sendable {
        case page(Page)
        case round(Round)
        case place(Place)
        case invite(InviteRecord)
        case daemon(DaemonRecord)
        /// The names of the files in a folder, or how many, where their names are keyed.
        case names([String])
        case count(Int)
    }

    private(set) var documents: [String: Document] = [:]

    func page(_ id: String) -> Page? {
        if case .page(let page)? = documents["page \(id)"] { page } else { nil }
    }

    /// Where somebody is.
    func place(of address: Address) -> Place? {
        if case .place(let place)? = documents["place \(address.chat.text)"] { place } else { nil }
    }

    var pages: [Page] {
        documents.sorted { $0.key < $1.key }.compactMap { _, document in
            if case .page(let page) = document { page } else { nil }
        }
    }

    /// Codes of the invitations that are open.
    var openCodes: [String] {
        documents.values.compactMap { document in
            guard case .page(let page) = document,
                case .alone(let invitation?) = page.couple.bond
            else { return nil }
            return invitation.code
        }.sorted()
    }

    /// What differs, by the names of documents: never what is in them.
    func differences(from other: Inventory) -> String {
        let keys = Set(documents.keys).union(other.documents.keys).sorted()
        let different = keys.filter { documents[$0] != other.documents[$0] }
        return different.map { key in
            let state =
                switch (documents[key], other.documents[key]) {
                case (nil, _): "missing"
                case (_, nil): "extra"
                case (.page(let one)?, .page(let two)?): Inventory.difference(one, two)
                case (.daemon(let one)?, .daemon(let two)?): Inventory.difference(one, two)
                case (.some, .some): "different"
                }
            return "\(key): \(state)"
        }.joined(separator: ", ")
    }

    private static func difference(_ one: DaemonRecord, _ two: DaemonRecord) -> String {
        let fields = zip(Mirror(reflecting: one).children, Mirror(reflecting: two).children)
        let different = fields.filter { "\($0.value)" != "\($1.value)" }
        return "different (\(different.map { $0.0.label ?? "" }.joined(separator: " ")))"
    }

    private static func difference(_ one: Page, _ two: Page) -> String {
        var parts: [String] = []
        if one.couple.partners != two.couple.partners { parts.append("partners") }
        if one.couple.rounds != two.couple.rounds { parts.append("rounds") }
        if one.couple.timers != two.couple.timers { parts.append("timers") }
        if one.couple.bond != two.couple.bond { parts.append("bond") }
        if one.heard != two.heard { parts.append("heard") }
        if one.outbox != two.outbox { parts.append("outbox") }
        if one.letterCount != two.letterCount { parts.append("letterCount") }
        if one.spoken != two.spoken { parts.append("spoken") }
        return "different (\(parts.joined(separator: " ")))"
    }

    mutating func note(_ document: Document, at key: String) { documents[key] = document }
}

/// Takes inventories, and knows what it has decoded before by its bytes.
final class InventoryReading {
    private var known: [String: (bytes: [UInt8], document: Inventory.Document)] = [:]

    /// Reads all that a daemon keeps, about these people and whoever else is there.
    ///
    /// - Parameter anew: decodes all of it, whether or not the bytes are known.
    func take(
        of daemon: RunningDaemon, people: [Address], anew: Bool = false
    ) throws -> Inventory {
        if anew { known = [:] }
        let cabinet = daemon.freshCabinet
        var inventory = Inventory()
        for id in try cabinet.couples() {
            let path = "couples/\(id)/couple.json"
            let page = try read(path, daemon.store) { try cabinet.page(id).map { .page($0) } }
            guard case .page(let value)? = page else { continue }
            inventory.note(.page(value), at: "page \(id)")
            let rounds = try daemon.store.list(FolderPath("couples/\(id)/rounds"))
            inventory.note(.names(rounds), at: "rounds \(id)")
            for line in value.couple.rounds {
                let round = try read(
                    "couples/\(id)/rounds/\(InventoryReading.file(line))", daemon.store
                ) { try cabinet.round(line, of: id).map { .round($0) } }
                if let round { inventory.note(round, at: "round \(id) \(line.serial)") }
            }
        }
        for person in people {
            let path = cabinet.person(person)
            if let place = try cabinet.place(at: path) {
                inventory.note(.place(place), at: "place \(person.chat.text)")
            }
        }
        for code in inventory.openCodes {
            if let invite = try cabinet.invite(code) {
                inventory.note(.invite(invite), at: "invite \(code)")
            }
        }
        let record = try cabinet.daemon().withoutForgotten(daemon.keyring)
        inventory.note(.daemon(record), at: "daemon")
        try count(daemon.store, cabinet, into: &inventory, anew: anew)
        return inventory
    }

    private func count(
        _ store: Store, _ cabinet: Cabinet, into inventory: inout Inventory, anew: Bool
    ) throws {
        for folder in ["people", "invites"] {
            inventory.note(.count(try store.list(FolderPath(folder)).count), at: folder)
        }
        let editions = try store.list(FolderPath("definitions"))
        inventory.note(.names(editions), at: "definitions")
        guard anew else { return }
        for name in editions {
            let edition = String(name.prefix { $0 != "." })
            guard try cabinet.definition(edition) != nil else {
                throw Violation("a definition can't be read")
            }
        }
    }

    private func read(
        _ path: String, _ store: Store, _ decode: () throws -> Inventory.Document?
    ) throws -> Inventory.Document? {
        let bytes = try store.readBytes(at: RelativePath(path))
        if let bytes, let known = known[path], known.bytes == bytes { return known.document }
        let document = try decode()
        if let bytes, let document { known[path] = (bytes, document) }
        return document
    }

    private static func file(_ line: RoundLine) -> String {
        let digits = String(line.serial)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "\(padded)-\(line.name.text).json"
    }
}
