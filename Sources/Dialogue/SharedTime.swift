/// The time at which both would talk: found, named, and come.
extension Couple {
    /// The first time that both mean is to be named; one that isn't both's any more is not, unless
    /// they were told of it: then only another one that both mean takes its place.
    mutating func chooseTime(_ name: RoundName, in scene: Scene) {
        guard !talk.isSettled else { return }
        // Named at an hour of both, so that it isn't the effect of one tap; some time later today
        // if what they have in common is too near for that.
        var telling = scene.sharedHour
        var named = talk.shared(after: telling + Talk.notice)
        if named == nil {
            telling = scene.now + .minutes(60 + Int64(scene.chance % 120))
            named = talk.shared(after: telling + .hours(12))
        }
        guard !talk.isTold || named != nil else { return }
        timers.removeAll { $0.purpose.isOfTalk }
        talk.isTold = false
        talk.named = named
        guard let named else { return }
        timers += [
            Timer(at: telling, purpose: .nameTalk(round: name)),
            Timer(at: named, purpose: .talk(round: name)),
        ]
    }

    mutating func nameTalk(_ name: RoundName, in scene: Scene) -> [Effect] {
        guard let named = talk.named else { return [] }
        let isMeant = talk.isSettled && Side.allCases.allSatisfy { !hasLeftTalk($0) }
        // Taken back since, or over already, after a standstill; where days are turned by hand, each
        // turn is one.
        guard isMeant, named > scene.now || scene.house.isTrial else {
            talk.named = nil
            timers.removeAll { $0.purpose.isOfTalk }
            return []
        }
        // Both are told at one time, or neither: whoever has paused is called to nothing.
        if Side.allCases.contains(where: { partners[$0].map(\.mayReceive) == false }) {
            let later = scene.sharedHour
            timers.removeAll { $0.purpose == .nameTalk(round: name) }
            if later + Talk.notice <= named {
                timers.append(Timer(at: later, purpose: .nameTalk(round: name)))
            } else {
                talk.named = nil
                timers.removeAll { $0.purpose.isOfTalk }
            }
            return []
        }
        talk.isTold = true
        return Side.allCases.flatMap { side -> [Effect] in
            partners[side]?.lastShared = scene.now
            partners[side]?.restsSince = nil
            partners[side]?.tray.removeAll { $0.content.isTalkNamed }
            return arrive(.talkNamed(round: name), to: side, in: scene)
        }
    }

    /// Whether this side has gone past the talk at which they marked their times, or put it off.
    private func hasLeftTalk(_ side: Side) -> Bool {
        talk.at[side].flatMap { line($0)?.stages[side].isLeft } ?? false
    }

    mutating func sayTalkNamed(to side: Side) -> [Effect] {
        guard let named = talk.named, let zone = partners[side]?.zone else {
            return [tell(side, Line(.passed))]
        }
        var telling = Telling(Line(.talkNamed, [.time: .instant(named, zone: zone)]))
        telling.appointment = named
        partners[side]?.offered = []
        return [.tell(side, telling)]
    }

    /// The time has come: the card, once, and then silence.
    mutating func callToTalk(in scene: Scene) -> [Effect] {
        let over = talk
        talk = Talk()
        for side in Side.allCases {
            partners[side]?.tray.removeAll { $0.content.isTalkNamed }
        }
        // After a standstill: nobody is called to what is over.
        let late = scene.now - (over.named ?? scene.now)
        guard late < .hours(6) || scene.house.isTrial else { return [] }
        return Side.allCases.flatMap { side -> [Effect] in
            guard let name = over.at[side], !stage(name, of: side).isDone else { return [] }
            // No other card on that day.
            let today = scene.clocks[side].date
            let last = partners[side]?.lastCardDate ?? today
            partners[side]?.lastCardDate = max(last, today)
            return arrive(.talkTime(round: name), to: side, in: scene)
        }
    }
}

extension Talk {
    /// So long before it a time is named at the latest.
    static let notice = Span.hours(1)

    /// The first time from then on that both marked, if both mean what they marked.
    fileprivate func shared(after earliest: Moment) -> Moment? {
        guard isDone.first, isDone.second else { return nil }
        return marks.first.filter { $0 >= earliest && marks.second.contains($0) }.min()
    }

    /// Whether what is to be named is both's still.
    fileprivate var isSettled: Bool {
        guard let named, isDone.first, isDone.second else { return false }
        return marks.first.contains(named) && marks.second.contains(named)
    }
}

extension Stage {
    /// Whether its side has gone past the talk, or put it off.
    fileprivate var isLeft: Bool {
        switch self {
        case .skipped, .later, .done, .kept: true
        case .untouched, .offered, .asked, .reviewing, .carrying, .picking, .alone, .released,
            .agreed:
            false
        }
    }
}

extension Timer.Purpose {
    /// Whether it names a time for a talk, or is that time.
    var isOfTalk: Bool {
        switch self {
        case .nameTalk, .talk: true
        case .reveal, .invitationEnds, .claimEnds, .vanish, .handOver, .fade, .midway, .lastDay,
            .comeBack, .draw, .remind, .book:
            false
        }
    }
}

extension TrayItem.Content {
    fileprivate var isTalkNamed: Bool {
        guard case .talkNamed = self else { return false }
        return true
    }
}
