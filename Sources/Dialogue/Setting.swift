/// What each may set for themselves, and going: at once, alone, without a question back.
extension Couple {
    mutating func set(
        _ command: Command, _ rest: String, by side: Side, in scene: Scene
    ) -> [Effect] {
        guard let partner = partners[side] else { return [] }
        switch command {
        case .name where rest.isEmpty:
            partners[side]?.floor = .name
            return [tell(side, Line(.whichName, [.me: .words(partner.name)]))]
        case .name:
            return setName(Words(by: partner.id, rest), by: side)
        case .time where rest.isEmpty:
            partners[side]?.floor = .hour
            let reveals = Press(partner.likesRevealsAtOnce ? .revealsAtHour : .revealsAtOnce)
            return [
                tell(
                    side, Line(.whichHourNow, [.hour: .plain(partner.hour.description)]),
                    [[reveals]])
            ]
        case .time:
            return setHour(rest, by: side, in: scene)
        case .timezone where rest.isEmpty:
            return elsewhere(side)
        case .timezone:
            return findPlace(rest, for: side, in: scene)
        case .pace: return pace(rest, by: side, in: scene)
        case .quiet: return quiet(rest, by: side, in: scene)
        case .language: return language(rest, by: side, in: scene)
        case .start, .help, .invite, .today, .skip, .later, .lighter, .share, .keep, .again,
            .next, .answers, .erase, .status, .growth, .rounds, .talk, .repair, .why, .pause,
            .resume, .safe, .export, .book, .move, .leave, .forget:
            return [tell(side, Line(.noSuchCommand))]
        }
    }

    mutating func setReveals(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        let atOnce = press.act == .revealsAtOnce
        partners[side]?.likesRevealsAtOnce = atOnce
        if case .hour = partners[side]?.floor { partners[side]?.floor = .nothing }
        let said = tell(side, Line(atOnce ? .revealsAtOnce : .revealsAtHour))
        let waiting = timers.compactMap { timer -> RoundName? in
            guard case .reveal(let round) = timer.purpose else { return nil }
            return round
        }
        return [said] + waiting.flatMap { settleReveal(of: $0, keepsHour: true, in: scene) }
    }

    /// `/pause`, `/pause 3`, `/pause 2 weeks`: nothing comes until then, or until `/resume`.
    mutating func pause(_ rest: String, by side: Side, in scene: Scene) -> [Effect] {
        guard let days = Pause.days(in: rest) else { return [tell(side, Line(.noSuchPause))] }
        partners[side]?.floor = .nothing
        guard days > 0 else {
            partners[side]?.pause = Pause(until: nil)
            return [tell(side, Line(.paused), [[Press(.resume)]])]
        }
        partners[side]?.pause = Pause(until: scene.now + .days(Int64(days)))
        return [
            tell(
                side, Line(days == 1 ? .pausedForADay : .pausedFor, [.count: .plain(String(days))]),
                [[Press(.resume)]])
        ]
    }

    mutating func resume(_ side: Side, in scene: Scene) -> [Effect] {
        guard let partner = partners[side] else { return [] }
        guard partner.pause != nil else {
            return [tell(side, cardLine(partner))]
        }
        partners[side]?.pause = nil
        partners[side]?.owesNotice = false
        let key: Line.Key = partner.tray.isEmpty ? .resumed : .resumedWithSomething
        let openings = waiting(side)
        let card = partner.tray.first.map { [[Press(.open, nil, $0.id)]] } ?? []
        return sayClaimEndedLate(side) + [
            tell(
                side, Line(key, [.hour: .plain(partner.hour.description)]),
                openings.isEmpty ? card : openings)
        ]
    }

    /// A pause of some days ends by itself, without a word.
    mutating func resumeIfOver(_ side: Side, in scene: Scene) {
        guard let until = partners[side]?.pause?.until, until <= scene.now else { return }
        partners[side]?.pause = nil
    }

    /// `/leave`: says in one message what it does; `/leave now` does it.
    mutating func askToLeave(_ rest: String, by side: Side, in scene: Scene) -> [Effect] {
        guard claim == nil else {
            let said = tell(side, Line(.left))
            return [.withdrawClaim(side), said]
        }
        guard isJoined else { return [tell(side, Line(.notJoined))] }
        guard !rest.meansNow else { return leave(side) }
        return [
            tell(
                side, Line(.leave),
                [
                    [.now(.leaveNow, scene.now)], [.now(.leaveAndTell, scene.now)],
                    [Press(.stay)],
                ])
        ]
    }

    /// [Leave, and say so]: the other is told, and nothing more.
    mutating func leaveAndTell(_ side: Side, in scene: Scene) -> [Effect] {
        guard isJoined else { return [tell(side, Line(.notJoined))] }
        let told = arrive(.told, to: side.other, in: scene)
        partners[side.other]?.restsSince = scene.now
        let said = tell(side, Line(.leftAndTold, calling(side)))
        return told + [.part(side), said]
    }

    /// The one who stays is told, and may invite somebody again.
    mutating func hearOfLeaving(_ side: Side) -> [Effect] {
        guard let calls = partners[side]?.calls else { return [tell(side, Line(.passed))] }
        let said = tell(side, Line(.theyLeft, [.partner: .words(calls)]))
        // What is theirs goes along to a page of their own: a next partner finds nothing of this.
        return partners[side.other] == nil ? [.part(side), said] : [said]
    }

    /// A button for what can't be undone: an old one asks once more.
    mutating func go(_ press: Press, _ side: Side, in scene: Scene) -> [Effect] {
        let isFresh = press.isFresh(at: scene.now)
        if press.act == .forgetNow {
            return isFresh ? [.forget(side)] : askToForget("", by: side, in: scene)
        }
        guard isFresh else { return askToLeave("", by: side, in: scene) }
        return press.act == .leaveAndTell ? leaveAndTell(side, in: scene) : leave(side)
    }

    mutating func leave(_ side: Side) -> [Effect] {
        guard isJoined else { return [tell(side, Line(.notJoined))] }
        return [.part(side), tell(side, Line(.left))]
    }

    /// `/forget`: says in one message what stays elsewhere; `/forget now` does it at once.
    mutating func askToForget(_ rest: String, by side: Side, in scene: Scene) -> [Effect] {
        guard !rest.meansNow else { return [.forget(side)] }
        let line = Line(isJoined ? .forget : .forgetAlone)
        return [tell(side, line, [[.now(.forgetNow, scene.now)], [Press(.stay)]])]
    }
}

extension Press {
    /// A button for what can't be undone: it holds for an hour. One found weeks later in the
    /// chat, or by another hand, says once more what it would do.
    fileprivate static func now(_ act: Act, _ moment: Moment) -> Press {
        Press(act, nil, Int(moment.seconds / 60))
    }

    func isFresh(at now: Moment) -> Bool {
        guard let number else { return false }
        return (0...60).contains(Int(now.seconds / 60) &- number)
    }
}

extension Pause {
    /// In every language that is spoken here: none has a word that means another in one of them.
    private static let ones: Set = ["a", "one", "un", "una", "ein", "eine", "einen"]
    private static let units = [
        "d": 1, "day": 1, "days": 1, "día": 1, "días": 1, "dia": 1, "dias": 1, "tag": 1,
        "tage": 1, "tagen": 1,
        "w": 7, "week": 7, "weeks": 7, "semana": 7, "semanas": 7, "woche": 7, "wochen": 7,
        "month": 30, "months": 30, "mes": 30, "meses": 30, "monat": 30, "monate": 30,
        "monaten": 30,
    ]

    /// Days in what was typed after `/pause`: nothing typed is 0, an open pause; nil for what
    /// can't be read. At most a year.
    package static func days(in text: String) -> Int? {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        guard let first = words.first else { return 0 }
        guard let count = Pause.ones.contains(String(first)) ? 1 : Int(first),
            (1...366).contains(count)
        else { return nil }
        guard words.count > 1 else { return count }
        guard words.count == 2 else { return nil }
        guard let unit = Pause.units[String(words[1])] else { return nil }
        return min(count * unit, 366)
    }
}

extension String {
    /// What may be typed after `/leave` or `/forget`, in every language that is spoken here.
    fileprivate var meansNow: Bool {
        let words: Set<String> = ["now", "ahora", "ya", "jetzt", "sofort"]
        return words.contains(lowercased())
    }
}
