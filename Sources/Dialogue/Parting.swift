/// One goes, at once and alone; the one who stays notices nothing.
extension Couple {
    /// One goes, with what is theirs. Returns their new page; here nothing shows it.
    ///
    /// The shelf holds every round.
    package mutating func part(_ side: Side, newID: String) -> Couple? {
        guard var leaver = partners[side] else { return nil }
        leaver.calls = nil
        leaver.response = nil
        leaver.tray = leaver.tray.filter { $0.content.isCardOfTheDay }
        leaver.floor = .nothing
        leaver.offered = []
        leaver.lastShared = nil
        leaver.restsSince = nil
        var own = Couple(id: newID, first: leaver)
        own.timers = timers.compactMap { $0.vanishing(of: side, on: .first) }
        for line in rounds where line.stages[side] != .untouched {
            // They stand in the course's order already.
            let index = own.begin(line.name, in: Course(plans: [], afterPairing: nil))
            own.rounds[index].stages.first = line.stages[side].afterParting
            own.shelf[own.rounds[index].serial].sheets.first = shelf[line.serial].sheets[side]
        }
        remove(side)
        return own
    }

    /// Takes a side out, with every word of theirs that isn't in the other's chat already.
    /// The one who remains notices nothing.
    package mutating func remove(_ side: Side) {
        partners[side] = nil
        for index in rounds.indices {
            rounds[index].stages[side] = .untouched
            shelf[rounds[index].serial].sheets[side] = Sheet()
        }
    }

    /// Destroys what someone who is forgotten left in the other's keeping, unopened.
    package mutating func purge(words author: PersonID) {
        if case .alone(let invitation?) = bond, invitation.knock?.author == author {
            // Whoever came by it is forgotten: it has been used.
            bond = .alone(invitation: nil)
            timers.removeAll { $0.purpose == .invitationEnds }
        }
        for side in Side.allCases {
            partners[side]?.tray.removeAll { $0.content.holdsWords(of: author) }
            if partners[side]?.response?.view.holdsWords(of: author) == true {
                partners[side]?.response = nil
                if partners[side]?.floor == .response { partners[side]?.floor = .nothing }
            }
        }
    }
}

extension Stage {
    /// What was released to someone who is no longer there is one's own again.
    fileprivate var afterParting: Stage {
        switch self {
        case .released, .kept, .picking: .alone
        case .untouched, .offered, .asked, .reviewing, .carrying, .alone, .skipped, .later, .done:
            self
        }
    }
}

extension Timer {
    /// The same on another page, if it makes messages of this side's vanish: whoever reads
    /// `/safe` and goes is to find no trace either.
    func vanishing(of side: Side, on new: Side) -> Timer? {
        guard case .vanish(side, let messages) = purpose else { return nil }
        return Timer(at: at, purpose: .vanish(side: new, messages: messages))
    }
}

extension TrayItem.Content {
    var isKnock: Bool {
        switch self {
        case .knock: true
        case .card, .round, .earlier, .reveal, .response, .joined, .resting: false
        }
    }

    fileprivate func holdsWords(of author: PersonID) -> Bool {
        switch self {
        case .card, .round, .earlier, .joined, .resting: false
        case .reveal(let view): view.holdsWords(of: author)
        case .response(let view): view.words.author == author
        case .knock(let name): name.author == author
        }
    }
}

extension RevealView {
    fileprivate func holdsWords(of author: PersonID) -> Bool {
        items.contains { item in
            item.theirs.pieces.contains { piece in
                switch piece.content {
                case .words(let words): words.author == author
                case .voice(let reference, _): reference.author == author
                case .choice, .scale: false
                }
            }
        }
    }
}
