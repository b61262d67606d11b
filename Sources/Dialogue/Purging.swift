/// What is destroyed with somebody who is forgotten, on the pages of others.
extension Couple {
    /// What has no author in it goes as well: places, choices, answers by a tap.
    package mutating func purgeShown(by side: Side) {
        partners[side.other]?.tray.removeAll { item in
            switch item.content {
            case .reveal, .response, .reply, .heard, .match: true
            case .card, .round, .earlier, .knock, .joined, .resting, .roads, .optIn, .revisit,
                .graduation, .proposal, .agreed, .part, .ended, .moment, .turn, .talkNamed,
                .talkTime, .told, .book:
                false
            }
        }
        partners[side.other]?.forgetResponses { _ in true }
        goneLeftOut[side] = []
        blank(side)
    }

    /// Destroys what someone who is forgotten left in the other's keeping, unopened. The shelf
    /// holds every round, if they have been on this page.
    package mutating func purge(words author: PersonID) {
        if case .alone(let invitation?) = bond, invitation.knock?.author == author {
            // Whoever came by it is forgotten: it has been used.
            bond = .alone(invitation: nil)
            timers.removeAll { $0.purpose == .invitationEnds }
        }
        for side in Side.allCases {
            partners[side]?.tray.removeAll { $0.content.holdsWords(of: author) }
            partners[side]?.forgetResponses { $0.view.holdsWords(of: author) }
        }
    }

    /// What stayed here of somebody who had gone is destroyed. Bodies that can't be read can't be
    /// read by anybody.
    private mutating func blank(_ side: Side) {
        gone[side] = nil
        talk.marks[side] = []
        talk.isDone[side] = false
        for line in rounds where shelf.holds(line.serial) {
            shelf[line.serial].sheets[side] = Sheet()
            shelf[line.serial].matter = shelf[line.serial].matter.emptied(of: side)
            partners[side.other]?.tray.removeAll { $0.content == .moment(round: line.name) }
        }
    }
}

extension Partner {
    /// What the other wrote is gone from what they were about to say back to.
    fileprivate mutating func forgetResponses(if isTheirs: (Response) -> Bool) {
        if let own = response, isTheirs(own) { response?.forgetTheirs() }
        for index in begunResponses.indices where isTheirs(begunResponses[index]) {
            begunResponses[index].forgetTheirs()
        }
    }
}

extension Round.Matter {
    /// What stays once they are forgotten: nothing of theirs.
    fileprivate func emptied(of side: Side) -> Round.Matter {
        switch self {
        case .repair(var pair):
            pair[side] = nil
            return .repair(of: pair)
        case .talk: return .none
        case .none, .joint, .turns, .meanings, .match: return self
        }
    }
}

extension TrayItem.Content {
    fileprivate func holdsWords(of author: PersonID) -> Bool {
        switch self {
        case .card, .round, .earlier, .joined, .resting, .roads, .optIn, .revisit, .graduation,
            .proposal, .agreed, .part, .ended, .moment, .turn, .heard, .talkNamed, .talkTime,
            .match, .told, .book:
            // They name a round; what is written lies there.
            false
        case .reply(let view): view.answer.author == author
        case .reveal(let view): view.holdsWords(of: author)
        case .response(let view): view.words.author == author
        case .knock(let name): name.author == author
        }
    }
}

extension RevealView {
    fileprivate func holdsWords(of author: PersonID) -> Bool {
        author == self.author
            || items.contains { item in
                (item.theirs.pieces + (item.pairing?.moment.pieces ?? [])).contains { piece in
                    switch piece.content {
                    case .words(let words), .sorted(let words, _): words.author == author
                    case .voice(let reference, _): reference.author == author
                    case .choice, .scale: false
                    }
                }
            }
    }
}
