extension Couple {
    /// Something arrived that wasn't just asked for: one neutral line, its content behind [Open].
    ///
    /// - Parameter until: when the card of a day is worth nothing any more.
    mutating func arrive(
        _ content: TrayItem.Content, to side: Side, until: Moment? = nil, in scene: Scene
    ) -> [Effect] {
        guard var partner = partners[side] else { return [] }
        if content.isCardOfTheDay {
            // A new card quietly closes the unopened one; `/today` still finds a round.
            partner.tray.removeAll { $0.content.isCardOfTheDay }
        }
        partner.trayCount += 1
        let item = TrayItem(id: partner.trayCount, content: content)
        partner.tray.append(item)
        // The oldest go first if somebody lets very many lie: a limit on everything.
        if partner.tray.count > 50 { partner.tray.removeFirst() }
        partners[side] = partner
        guard partner.mayReceive else {
            // It lies in the tray; the next card, or `/resume`, says that something is there.
            if !content.isCardOfTheDay { partners[side]?.owesNotice = true }
            return []
        }
        let line = Line(content.isCardOfTheDay ? .aCardForToday : .somethingForYou)
        var telling = Telling(line, [[Press(.open, nil, item.id)]])
        telling.announces = content.isCardOfTheDay ? .card : .something
        // A card that is due in the night by a change of clocks just made is an answer to that.
        telling.isUnasked = !content.isCardOfTheDay || scene.clocks[side].awakeAt <= scene.now
        // The hour of a card is their own choice; anything else waits until they are awake.
        // A card that can't be brought while it is worth something is not; `/today` has it.
        if content.isCardOfTheDay {
            telling.expires = until ?? scene.now + .hours(6)
            cardCame(item, to: side, in: scene)
        } else if !scene.house.isTrial {
            // On one page, where both are trying it out, nobody is asleep.
            telling.notBefore = scene.clocks[side].awakeAt
        }
        return [.tell(side, telling)]
    }

    /// Says late that something lies in the tray, once it can be said.
    mutating func giveNotice(_ side: Side) -> [Effect] {
        let ended = sayClaimEndedLate(side)
        guard partners[side]?.owesNotice == true else { return ended }
        partners[side]?.owesNotice = false
        let openings = waiting(side)
        guard !openings.isEmpty else { return ended }
        var telling = Telling(Line(.somethingForYou), openings)
        telling.isUnasked = true
        telling.announces = .something
        return ended + [.tell(side, telling)]
    }

    /// A button for each thing that lies there and isn't the card of a day. More than these come
    /// by `/today`.
    func waiting(_ side: Side) -> [[Press]] {
        let items = partners[side]?.tray.filter { !$0.content.isCardOfTheDay } ?? []
        return items.prefix(8).map { [Press(.open, nil, $0.id)] }
    }

    /// [Open] was tapped, or `/today` typed.
    mutating func open(_ id: Int, by side: Side, in scene: Scene) -> [Effect] {
        guard let item = partners[side]?.tray.first(where: { $0.id == id }) else {
            return [tell(side, Line(.passed))]
        }
        if let before = partners[side]?.tray.revealBefore(item) {
            // What was sent back is about something not read yet: that comes first.
            return open(before, by: side, in: scene)
        }
        partners[side]?.tray.removeAll { $0.id == id }
        return show(item, to: side, in: scene)
    }

    /// Back into the tray until they choose: a lost tap loses nothing.
    mutating func putBack(_ item: TrayItem, for side: Side) {
        var opened = item
        opened.wasOpened = true
        partners[side]?.tray.append(opened)
    }

    private mutating func show(_ item: TrayItem, to side: Side, in scene: Scene) -> [Effect] {
        switch item.content {
        case .card(let name): show(card: name, to: side, in: scene)
        case .round(let name): ask(name, of: side, in: scene)
        case .earlier(let name): offerEarlier(name, to: side, in: scene)
        case .reveal(let view): show(reveal: view, to: side, in: scene)
        case .response(let view): announce(response: view, to: side)
        case .knock: [showKnock(to: side)]
        case .joined: welcomeTogether(side, in: scene)
        case .resting: [tell(side, Line(.resting))]
        case .roads(let gate): askRoads(gate, of: side, in: scene)
        case .optIn(let topic): ask(optIn: topic, of: side)
        case .revisit(let name): show(revisit: name, to: side, in: scene)
        case .graduation: graduate(side, in: scene)
        case .proposal(let name, let number):
            openProposal(item, name, number, to: side, in: scene)
        case .agreed(let name): [showAgreed(name, to: side, in: scene)]
        case .part(let name): show(part: name, to: side)
        case .ended(let name): show(ended: name, to: side, in: scene)
        case .moment(let name): showMoment(item, name, to: side, in: scene)
        case .turn(let name): openTurn(item, name, side, in: scene)
        case .reply(let view): show(reply: view, to: side)
        case .heard(let name, let isUnderstood):
            sayHeard(name, isUnderstood: isUnderstood, to: side, in: scene)
        case .talkNamed: sayTalkNamed(to: side)
        case .talkTime(let name): ask(name, of: side, in: scene)
        case .match(let name, let option): show(match: option, of: name, to: side)
        case .told: hearOfLeaving(side)
        case .book: [.book(side)]
        }
    }

    /// `/today`: what lies in the tray, then the open question, then what was left unfinished,
    /// then the card of the day.
    mutating func today(_ side: Side, in scene: Scene) -> [Effect] {
        guard let partner = partners[side] else { return [] }
        if let item = partner.tray.first(where: { !$0.content.isCardOfTheDay })
            ?? partner.tray.first
        {
            return open(item.id, by: side, in: scene)
        }
        if case .answer(let name) = partner.floor { return askAgain(name, of: side, in: scene) }
        if let name = unfinished(side) { return askAgain(name, of: side, in: scene) }
        // One that quotes a word isn't shown again: nothing tells whether the word is still there.
        if let card = partner.card, !scene.quotesWord(card) {
            return show(card: card, to: side, in: scene)
        }
        return [
            tell(
                side, Line(.nothingToday, [.hour: .plain(partner.hour.description)]),
                [[Press(.oneMore)]])
        ]
    }

    /// What was shown last, if it was left unfinished; else the first that was.
    func unfinished(_ side: Side) -> RoundName? {
        let open = rounds.filter { $0.stages[side].isUnfinished && $0.shown[side] == nil }
        return (open.first { $0.name == partners[side]?.recent } ?? open.first)?.name
    }

    mutating func show(card: CardName, to side: Side, in scene: Scene) -> [Effect] {
        var content = Line.Value.card(card)
        if scene.quotesWord(card) {
            guard let word = wordOfOurs(for: side, in: scene) else {
                // What it would quote has been erased since.
                return smallCard(for: side, in: scene)
            }
            content = .cardQuoting(card, word)
        }
        partners[side]?.card = card
        partners[side]?.recent = nil
        partners[side]?.floor = .nothing
        return [
            tell(
                side, Line(.card, [.card: content]),
                [[Press(.done)], [Press(.anotherCard), Press(.why)]])
        ]
    }

    /// Says something in answer to what was just said, and remembers its buttons for whoever
    /// types their numbers instead.
    mutating func tell(
        _ side: Side, _ line: Line, _ choices: [[Press]] = [], about: RoundName? = nil
    ) -> Effect {
        partners[side]?.offered = choices.flatMap { $0 }
        return .tell(side, Telling(line, choices, about: about))
    }
}

extension [TrayItem] {
    /// What lies unopened before something, and is opened first: the reveal that something sent
    /// back is about; and whatever came from the other, before the word that they have left. Whoever
    /// has read that takes along only what is theirs.
    fileprivate func revealBefore(_ item: TrayItem) -> Int? {
        switch item.content {
        case .response, .reply:
            first { $0.id < item.id && $0.content.isReveal }?.id
        case .told:
            first { $0.content.isFromBoth || ($0.content.isMoment && $0.wasOpened != true) }?.id
        case .card, .reveal, .round, .earlier, .knock, .joined, .resting, .roads, .optIn,
            .revisit, .graduation, .proposal, .agreed, .part, .ended, .moment, .turn, .heard,
            .talkNamed, .talkTime, .match, .book:
            nil
        }
    }
}

extension TrayItem.Content {
    fileprivate var isReveal: Bool {
        guard case .reveal = self else { return false }
        return true
    }

    fileprivate var isMoment: Bool {
        guard case .moment = self else { return false }
        return true
    }

    /// Whether it is there to be read once, and gone from the tray then.
    fileprivate var isFromBoth: Bool {
        switch self {
        case .reveal, .response, .reply, .agreed, .match, .heard, .book: true
        case .card, .round, .earlier, .knock, .joined, .resting, .roads, .optIn, .revisit,
            .graduation, .proposal, .part, .ended, .moment, .turn, .talkNamed, .talkTime, .told:
            false
        }
    }
}
