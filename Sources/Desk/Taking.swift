import Curriculum
import Dialogue
import Messenger
import Store

extension Session {
    /// Hears one thing that happened on a platform. Twice is once.
    ///
    /// - Parameter isLate: whether it may have happened long ago.
    mutating func take(_ incoming: Incoming, isLate: Bool) throws(StoreFault) {
        heardAt = isLate ? incoming.at.map { Moment($0) } : nil
        defer { heardAt = nil }
        // Heard before they had a page, or while they had one that is forgotten.
        guard !daemon.heard.holds(incoming.id) else { return }
        guard let place = try place(of: incoming.from), var page = try page(place.couple),
            let partner = page.couple.partners[place.side]
        else { return try takeVisitor(incoming) }
        guard page.heard.hear(incoming.id) else { return }
        if incoming.event == .reachable(false) { page.wait(for: incoming.from, at: now) }
        if incoming.event.isSaid { page.saidAt[place.side] = written }
        keep(page, place.couple)
        guard try !turnsAway(incoming, from: place) else { return }
        // Whoever writes can be written to again.
        if !partner.isReachable, incoming.event != .reachable(false) {
            try run(.reachable(place.side, true), on: place.couple)
        }
        if let code = visitorEvent(in: incoming)?.code,
            page.couple.openCode != InvitationCode.plain(code) ?? code
        {
            let link = try lookUp(code, by: incoming.from)
            if case .moving(_, let name) = link {
                let isOwn = name.author == partner.id
                return try tell(
                    Telling(Line(isOwn ? .moveElsewhere : .moveNotHere)), to: place.side,
                    on: place.couple)
            }
            if !page.couple.isJoined { return try takeClaim(incoming, link, by: place) }
        }
        guard let event = event(for: incoming, of: partner.id, on: place.side, page) else { return }
        try run(event, on: place.couple)
        retirePressed(incoming)
    }

    /// Their couple's files can't be read: they are told, since nothing of theirs was taken.
    mutating func apologise(to incoming: Incoming) {
        guard let book = library.today.phrasebook(language(of: incoming)) else { return }
        tellVisitor(Telling(Line(.setAside)), at: incoming.from, book: book)
    }

    /// What was answered by a tap needs its buttons no longer.
    private mutating func retirePressed(_ incoming: Incoming) {
        guard case .pressed(_, let message?, let data) = incoming.event,
            let press = Press(data: data), press.act != .why
        else { return }
        retire([message], at: incoming.from)
    }

    /// Somebody who isn't known, or not any more.
    private mutating func takeVisitor(_ incoming: Incoming) throws(StoreFault) {
        guard let event = visitorEvent(in: incoming) else { return }
        _ = daemon.heard.hear(incoming.id, most: HeardUpdates.mostOfDaemon)
        daemonIsChanged = true
        let link = try lookUp(event.code, by: incoming.from)
        let speech = speech(for: event, incoming)
        guard let book = library.today.phrasebook(speech.current) else { return }
        let house = scenes.house.seen(on: incoming.from.platform)
        let effects = Visitor.handle(event, link: link, house: house, speech: speech)
        for effect in effects {
            switch effect {
            case .tell(let telling):
                lobby.offer(telling.choices.flatMap { $0 }, to: incoming.from)
                guard tellVisitor(telling, at: incoming.from, book: book) else { continue }
                if telling.vanishes, case .text(let message, _, _) = incoming.event {
                    unsay([message], at: incoming.from, after: .minutes(10))
                }
            case .move(let code):
                try move(incoming, by: code)
            case .admit(let code, let lightOnly):
                try admit(incoming, by: code, link, lightOnly: lightOnly, language: book.language)
            }
        }
        retirePressed(incoming)
    }

    /// An invitation by its code: only one that is open, unclaimed and not run out is good. Of a
    /// way back, only for the chat that it leads to.
    private mutating func lookUp(
        _ code: String?, by visitor: Address
    ) throws(StoreFault) -> Visitor.Link {
        guard let typed = code else { return .none }
        // Somebody who types it may write it in their own way.
        let code = InvitationCode.plain(typed) ?? typed
        if let back = try wayBack(code, for: visitor) { return back }
        guard !lobby.isLocked(visitor, at: now) else { return .locked }
        guard let record = try invite(code), record.expires > now else {
            lobby.guessedWrong(visitor, at: now)
            return .gone
        }
        if let side = record.moves {
            guard record.back == nil, let page = try page(record.couple),
                page.moveCodes[side].contains(where: { $0.code == code }),
                let partner = page.couple.partners[side]
            else { return .gone }
            return .moving(code: code, name: partner.name)
        }
        guard record.claimant == nil, let maker = try page(record.couple)?.couple,
            let side = maker.onlySide,
            let name = maker.partners[side]?.name
        else {
            lobby.guessedWrong(visitor, at: now)
            return .gone
        }
        return .good(code: code, maker: name)
    }

    /// They are 18 or older: their page begins.
    private mutating func admit(
        _ incoming: Incoming, by code: String?, _ link: Visitor.Link, lightOnly: Bool,
        language: String
    ) throws(StoreFault) {
        let house = scenes.house
        let person = PersonID(scenes.chance.id())
        let given = Words(by: person, incoming.sender.name.text).asName
        let partner = Partner(
            id: person, name: given ?? Words(by: person, "·"), language: language,
            zone: house.zone, hour: house.hour,
            consent: Consent(version: house.consentVersion, at: now))
        let id = scenes.chance.id()
        var page = Page(
            couple: Couple(id: id, first: partner),
            addresses: Pair(incoming.from.of(person.text), nil))
        _ = page.heard.hear(incoming.id)
        lobby.forget(incoming.from)
        set(Place(couple: id, side: .first), for: incoming.from)
        keep(page, id)
        var invitedBy: Words?
        if let code, case .good(_, let maker) = link {
            invitedBy = maker
            try claim(code, of: maker, lightOnly: lightOnly, on: id)
        }
        try run(.admitted(.first, invitedBy: invitedBy), on: id)
    }

    /// Somebody known, and alone, came by an invitation.
    private mutating func takeClaim(
        _ incoming: Incoming, _ link: Visitor.Link, by place: Place
    ) throws(StoreFault) {
        guard let event = visitorEvent(in: incoming), let page = try page(place.couple),
            page.couple.partners[place.side] != nil
        else { return }
        guard page.couple.claim == nil else {
            return try tell(Telling(Line(.waitingForMaker)), to: place.side, on: place.couple)
        }
        if case .pressed(let press) = event, press.act == .join || press.act == .lightOnly,
            case .good(let code, let maker) = link
        {
            // They have said already that they are of age and know what this is.
            try claim(code, of: maker, lightOnly: press.act == .lightOnly, on: place.couple)
            return try tell(
                Telling(Line(.makerIsAsked, [.partner: .words(maker)])), to: place.side,
                on: place.couple)
        }
        let house = scenes.house.seen(on: incoming.from.platform)
        let effects = Visitor.handle(event, link: link, house: house)
        for effect in effects {
            guard case .tell(let telling) = effect else { continue }
            try tell(telling, to: place.side, on: place.couple)
        }
    }

    /// The invitation is theirs now, and its maker is asked.
    private mutating func claim(
        _ code: String, of maker: Words, lightOnly: Bool, on id: String
    ) throws(StoreFault) {
        guard var record = try invite(code), record.couple != id, var page = try page(id),
            let side = page.couple.onlySide, let name = page.couple.partners[side]?.name
        else { return }
        let scene = try scene(for: page.couple)
        let effects = page.couple.claim(code, of: maker, lightOnly: lightOnly, in: scene)
        keep(page, id)
        try perform(effects, on: id)
        record.claimant = id
        set(record, forCode: code)
        try run(.knocked(name: name), on: record.couple)
    }
}
