import Curriculum
import Dialogue
import Messenger
import Store

/// Seals a data folder that was written before there were seals (schema 1).
///
/// It may be cut short anywhere: every document is either as it was or sealed, and the next start
/// goes on. Documents that can't be read are left as they are.
struct FirstSealing {
    let store: Store

    private static let schema = 1

    func run() throws(StoreFault) {
        // Whoever sealed a part of it already did so with this keyring, or nothing is touched.
        _ = try store.readSealed(DaemonRecord.self, at: Cabinet.daemonPath)
        try rewrite(DaemonRecord.self, at: Cabinet.daemonPath)
        for id in try store.list(FolderPath("couples")) {
            try skippingDamage { () throws(StoreFault) in try sealCouple(id) }
        }
        try rewriteAll(Place.self, in: "people")
        try rewriteAll(InviteRecord.self, in: "invites")
        try rewriteAll(RoundDefinition.self, in: "definitions")
        try store.save([.remove(RelativePath("keyring.json"))], forgetting: true)
    }

    private func sealCouple(_ id: String) throws(StoreFault) {
        let path = Cabinet.page(id)
        guard var page = try store.readUnsealed(Page.self, at: path, schema: Self.schema) else {
            return
        }
        page.nameAddresses()
        var changes: [Change] = []
        for line in page.couple.rounds {
            let path = Cabinet.round(line.serial, line.name, of: id)
            guard let round = try store.readUnsealed(Round.self, at: path, schema: Self.schema)
            else { continue }
            changes.append(.write(path, RoundDocument(round, of: page.couple)))
        }
        try store.save(changes + [.write(path, PageDocument(page))], forgetting: true)
    }

    private func rewriteAll(
        _ type: (some Codable & Sendable).Type, in folder: String
    ) throws(StoreFault) {
        for name in try store.list(FolderPath(folder)) {
            guard let path = RelativePath(validating: "\(folder)/\(name)") else { continue }
            try skippingDamage { () throws(StoreFault) in try rewrite(type, at: path) }
        }
    }

    private func rewrite<Value: Codable & Sendable>(
        _ type: Value.Type, at path: RelativePath
    ) throws(StoreFault) {
        guard let value = try store.readUnsealed(type, at: path, schema: Self.schema) else {
            return
        }
        try store.save([.write(path, value)], forgetting: true)
    }

    private func skippingDamage(_ body: () throws(StoreFault) -> Void) throws(StoreFault) {
        do throws(StoreFault) { try body() } catch {
            guard error.isOfOneFile else { throw error }
        }
    }
}

extension Page {
    /// From now on each address is its person's.
    fileprivate mutating func nameAddresses() {
        for side in Side.allCases {
            guard let address = addresses[side], let partner = couple.partners[side] else {
                continue
            }
            addresses[side] = address.of(partner.id.text)
            for index in outbox.indices where outbox[index].to == address {
                outbox[index].to = address.of(partner.id.text)
            }
        }
    }
}
