import Dialogue
import Messenger
import Store

/// What the pages say should be found by the indexes.
struct KnownPages {
    /// Who is where, by where that should be noted.
    var places: [RelativePath: Place] = [:]
    /// Chats of which there are two pages.
    var contested: Set<RelativePath> = []
    /// Open invitations, by where they should be noted.
    var invites: [RelativePath: InviteRecord] = [:]
    /// Pages that came by an invitation, by where that should be noted.
    var claimants: [RelativePath: String] = [:]
    /// Folders whose page can't be read: what belongs to them isn't known.
    var unreadable: Set<String> = []
}

extension Audit {
    /// One couple's page, and what lies beside it.
    mutating func lookAtCouple(_ id: String, _ known: inout KnownPages) throws(StoreFault) {
        guard FolderPath(validating: id) != nil else { return }
        let path = Cabinet.page(id)
        let page = try read(path) { [cabinet] _ throws(StoreFault) in try cabinet.page(id) }
        if page == nil, isUnreadable(path) {
            known.unreadable.insert(id)
            return
        }
        if let page {
            if page.couple.id != id { note(path, .misplaced) }
            gather(page, id, &known)
            look(at: page.outbox, count: page.letterCount, path, to: page.addresses)
        }
        try lookAtRounds(of: page?.couple, id)
    }

    private mutating func lookAtRounds(of couple: Couple?, _ id: String) throws(StoreFault) {
        let folder = "couples/\(id)/rounds"
        var bodies = Set(try names(in: folder).map { RelativePath("\(folder)/\($0)") })
        for line in couple?.rounds ?? [] {
            let path = Cabinet.round(line.serial, line.name, of: id)
            count { $0.rounds += 1 }
            if bodies.remove(path) == nil {
                note(path, .missing)
            } else {
                let round = try read(path) { [cabinet] _ throws(StoreFault) in
                    try cabinet.round(line, of: id)
                }
                if let round, round.name != line.name { note(path, .misplaced) }
            }
            if let edition = line.edition, try !cabinet.holds(definition: edition) {
                note(path, .wordless)
            }
        }
        for path in bodies.sorted() {
            note(path, .orphan)
            mends[.orphans, default: []].append(.remove(path))
        }
    }

    private mutating func gather(_ page: Page, _ id: String, _ known: inout KnownPages) {
        for side in Side.allCases {
            guard let address = page.addresses[side] else { continue }
            count { $0.people += 1 }
            let path = cabinet.person(address)
            if known.places.updateValue(Place(couple: id, side: side), forKey: path) != nil {
                known.contested.insert(path)
            }
        }
        for side in Side.allCases {
            for code in page.moveCodes[side] {
                known.invites[cabinet.invite(code: code.code)] = page.record(of: code, on: side)
            }
        }
        if case .alone(let invitation?) = page.couple.bond {
            known.invites[cabinet.invite(code: invitation.code)] = InviteRecord(
                couple: id, expires: invitation.expires)
        }
        if let claim = page.couple.claim {
            known.claimants[cabinet.invite(code: claim.code)] = id
        }
    }

    /// Letters as a page numbers them, and to nobody else.
    mutating func look(
        at letters: [Letter], count: Int, _ path: RelativePath, to addresses: Pair<Address?>? = nil
    ) {
        self.count { $0.letters += letters.count }
        let ids = letters.map(\.id)
        let areCounted = ids.allSatisfy { (1...max(1, count)).contains($0) }
        let areTheirs = letters.allSatisfy { letter in
            guard let addresses else { return true }
            return letter.to == addresses.first || letter.to == addresses.second
        }
        guard areCounted, areTheirs, Set(ids).count == ids.count,
            letters.allSatisfy(\.saysSomething)
        else { return note(path, .letters) }
    }
}

extension Letter {
    /// Whether there is anything in it to be sent or done.
    fileprivate var saysSomething: Bool {
        switch content {
        case .message(let parts, _): !parts.isEmpty
        case .voice(let reference): !reference.text.isEmpty
        case .document(let name, _, _), .keepsake(let name, _, _): !name.isEmpty
        case .deletion(let messages): !messages.isEmpty
        case .picture, .retirement: true
        }
    }
}
