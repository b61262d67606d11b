import Dialogue

/// What the desk does with effects, in a town: telling, joining, parting, forgetting.
extension Town {
    mutating func perform(_ effects: [Effect], in id: String) throws {
        var moved: (from: Side, to: String)?
        for effect in effects {
            switch effect {
            case .tell(let side, let telling):
                let isMoved = moved?.from == side
                let place = Place(
                    couple: isMoved ? moved?.to ?? id : id, side: isMoved ? .first : side)
                if let person = person(at: place) { note(.tell(place.side, telling), to: person) }
            case .unsay(let side, _), .export(let side, _), .book(let side):
                if let person = person(at: Place(couple: id, side: side)) {
                    note(effect, to: person)
                }
            case .openInvitation(let invitation):
                invitations[invitation.code] = (id, nil)
            case .closeInvitation(let code):
                try closeInvitation(code)
            case .answerKnock(let code, let accepted):
                try answerKnock(code, accepted, in: id)
            case .scrub, .withdrawReminder, .openMove:
                // The folder's affair, the outbox's and the chats'; there are none here.
                continue
            case .withdrawClaim:
                try withdrawClaim(of: id)
            case .part(let side):
                moved = try part(side, from: id).map { (side, $0) }
            case .forget(let side):
                try forget(side, in: id)
            }
        }
    }

    /// Somebody unknown says that they are 18 or older.
    mutating func admit(_ name: String, by code: String? = nil, zone: String? = nil) throws {
        let person = PersonID(newID(name))
        let partner = Partner(
            id: person, name: Words(by: person, name), language: "en",
            zone: zone ?? scenery.house.zone, hour: scenery.house.hour,
            consent: Consent(version: 1, at: now))
        let couple = Couple(id: newID("couple"), first: partner)
        places[name] = Place(couple: couple.id, side: .first)
        try keep(couple)
        var maker: Words?
        if let code, let open = invitations[code], open.claimant == nil {
            maker = couples[open.couple].flatMap { couple in
                couple.onlySide.flatMap { couple.partners[$0]?.name }
            }
            if let maker { try claim(code, of: maker, in: couple.id) }
        }
        try run(.admitted(.first, invitedBy: maker), in: couple.id)
    }

    /// Someone new comes by the link of somebody who is alone here, and is the one they meant.
    mutating func joins(_ guest: String, _ host: String, zone: String? = nil) throws {
        guard let place = places[host] else { return }
        try run(.pressed(place.side, Press(.getLink)), in: place.couple)
        let code = invitations.first { $0.value.couple == place.couple }?.key
        try admit(guest, by: code, zone: zone)
        guard case .alone(let open?) = couples[place.couple]?.bond else { return }
        try run(.pressed(place.side, Press(.thatsThem, nil, open.arrival)), in: place.couple)
    }

    private mutating func withdrawClaim(of id: String) throws {
        guard var couple = couples[id] else { return }
        endClaim(of: couple)
        couple.claim = nil
        try keep(couple)
    }

    private mutating func endClaim(of couple: Couple) {
        guard let code = couple.claim?.code, let open = invitations[code],
            open.claimant == couple.id, let side = couple.onlySide,
            let author = couple.partners[side]?.id
        else { return }
        invitations.removeValue(forKey: code)
        couples[open.couple]?.purge(words: author)
    }

    /// Somebody, alone here, comes by an open invitation.
    mutating func claim(_ code: String, by name: String) throws {
        guard let place = places[name], let couple = couples[place.couple], !couple.isJoined,
            couple.claim == nil, let open = invitations[code], open.claimant == nil,
            open.couple != place.couple, let maker = couples[open.couple],
            let side = maker.onlySide, let words = maker.partners[side]?.name
        else { return }
        try claim(code, of: words, in: place.couple)
    }

    private mutating func claim(_ code: String, of maker: Words, in id: String) throws {
        guard var couple = couples[id], let side = couple.onlySide,
            let name = couple.partners[side]?.name, let open = invitations[code]
        else { return }
        let scene = scenery.scene(for: couple, at: now)
        let effects = couple.claim(code, of: maker, lightOnly: false, in: scene)
        try keep(couple)
        try perform(effects, in: id)
        invitations[code]?.claimant = id
        try run(.knocked(name: name), in: open.couple)
    }

    private mutating func closeInvitation(_ code: String) throws {
        guard let closed = invitations.removeValue(forKey: code), let id = closed.claimant else {
            return
        }
        try run(.claimEnded(.first), in: id)
    }

    private mutating func answerKnock(_ code: String, _ accepted: Bool, in id: String) throws {
        guard accepted else { return try closeInvitation(code) }
        let open = invitations.removeValue(forKey: code)
        guard let claimant = open?.claimant, let came = whole(claimant), let from = came.onlySide,
            var host = whole(id), let here = host.onlySide
        else {
            guard var maker = couples[id], let side = maker.onlySide else { return }
            let effects = maker.missKnock(side)
            try keep(maker)
            return try perform(effects, in: id)
        }
        let before = host
        let effects = host.join(came, in: scenery.scene(for: host, at: now))
        watch?.look(
            at: Step(
                event: nil, before: before, after: host, effects: effects, now: now,
                course: scenery.course))
        if let person = person(at: Place(couple: claimant, side: from)) {
            places[person] = Place(couple: id, side: here.other)
        }
        discard(claimant)
        try keep(host)
        try perform(effects, in: id)
    }

    private mutating func part(_ side: Side, from id: String) throws -> String? {
        guard var couple = whole(id), let person = person(at: Place(couple: id, side: side)),
            let own = couple.part(
                side, newID: newID("couple"), in: scenery.course)
        else { return nil }
        watch?.forgetReleases(of: own.partners.first?.id)
        places[person] = Place(couple: own.id, side: .first)
        try keep(own)
        try close(couple)
        return own.id
    }

    mutating func forget(_ side: Side, in id: String) throws {
        guard var couple = whole(id), let person = person(at: Place(couple: id, side: side)),
            let author = couple.partners[side]?.id
        else { return }
        if case .alone(let invitation?) = couple.bond { try closeInvitation(invitation.code) }
        endClaim(of: couple)
        watch?.forgetReleases(of: author)
        couple.remove(side)
        couple.purge(words: author)
        places[person] = nil
        try close(couple)
    }

    private mutating func close(_ couple: Couple) throws {
        if couple.partners.first == nil, couple.partners.second == nil {
            discard(couple.id)
        } else {
            try keep(couple)
        }
    }

    /// The clock goes on by so much: whatever is due on the way happens.
    mutating func pass(_ span: Span) throws {
        let end = now + span
        while now < end {
            let due = couples.values.flatMap(\.timers).map(\.at).filter { $0 > now }.min() ?? end
            now = min(end, now + .hours(1), due)
            for id in couples.keys.sorted() { try becomeDue(id) }
        }
    }

    private mutating func becomeDue(_ id: String) throws {
        guard let couple = couples[id] else { return }
        let ringing = couple.timers.filter { $0.at <= now }.sorted { $0.at < $1.at }
        for timer in ringing { try run(.rang(timer), in: id) }
        for side in Side.allCases {
            guard let couple = couples[id], let partner = couple.partners[side] else { continue }
            let (date, time) = scenery.local(partner.zone, now)
            guard time >= partner.hour, partner.lastCardDate.map({ $0 < date }) ?? true else {
                continue
            }
            try run(.struck(side, date, until: now + .hours(6)), in: id)
        }
    }
}
