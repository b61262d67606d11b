extension Couple {
    mutating func command(
        _ call: Command.Call, _ message: MessageName, by side: Side, in scene: Scene
    ) -> [Effect] {
        guard let command = call.command else { return [tell(side, Line(.noSuchCommand))] }
        switch command {
        case .start: return started(call.rest, by: side)
        case .help: return [tell(side, help(for: side, in: scene))]
        case .invite: return invite(side, anew: false, in: scene)
        case .today: return today(side, in: scene)
        case .skip:
            if case .meaning(let name)? = partners[side]?.floor {
                return passMoment(Press(.notThisOne, name), by: side, in: scene)
            }
            return leaveSetting(side) ?? skip(nil, by: side, in: scene)
        case .later: return leaveSetting(side) ?? later(nil, by: side, in: scene)
        case .lighter: return lighter(nil, by: side, in: scene)
        case .share: return typedShare(call.rest, by: side, in: scene)
        case .keep: return leaveSetting(side) ?? typedKeep(side, in: scene)
        case .again: return typedAgain(side, in: scene)
        case .next: return goOn(Press(.goOn), by: side, in: scene)
        case .answers: return listAnswers(side, toErase: false, in: scene)
        case .erase: return listAnswers(side, toErase: true, in: scene)
        case .status: return [status(side, in: scene)]
        case .growth: return growth(side, in: scene)
        case .rounds: return listRounds(side, in: scene)
        case .talk: return talkNow(side, in: scene)
        case .repair: return repairNow(side, in: scene)
        case .why: return why(nil, by: side, in: scene)
        case .pause: return pause(call.rest, by: side, in: scene)
        case .resume: return resume(side, in: scene)
        case .name, .time, .timezone, .pace, .quiet, .language:
            return set(command, call.rest, by: side, in: scene)
        case .safe: return safe(message, by: side, in: scene)
        case .export: return [.export(side, withKept: false)]
        case .book: return book(side, in: scene)
        case .move: return askToMove(side, in: scene)
        case .leave: return askToLeave(call.rest, by: side, in: scene)
        case .forget: return askToForget(call.rest, by: side, in: scene)
        }
    }

    /// `/start` from someone known changes nothing, whatever follows it.
    private mutating func started(_ rest: String, by side: Side) -> [Effect] {
        guard !rest.isEmpty else { return [tell(side, Line(.knownAlready))] }
        if case .alone(let invitation?) = bond, invitation.code == rest {
            return [tell(side, Line(.ownLink))]
        }
        return [tell(side, Line(isJoined ? .joinedAlready : .passed))]
    }

    /// The reveal being responded to, unless a round was shown since.
    private func responding(_ side: Side) -> RoundName? {
        guard let partner = partners[side], partner.recent == nil else { return nil }
        return partner.response?.view.round
    }

    /// `/share`, and `/share both` for the button that lets the earlier answer stand beside.
    private mutating func typedShare(
        _ rest: String, by side: Side, in scene: Scene
    ) -> [Effect] {
        if let round = responding(side) {
            return sendBack(Press(.sendBack, round), by: side, in: scene)
        }
        let act: Press.Act =
            ["both", "ambas", "beide"].contains(rest.lowercased()) ? .shareBoth : .share
        return share(Press(act), by: side, in: scene)
    }

    private mutating func typedKeep(_ side: Side, in scene: Scene) -> [Effect] {
        if let round = responding(side) { return justKeep(Press(.justKeep, round), by: side) }
        return keep(Press(.keep), by: side, in: scene)
    }

    private mutating func typedAgain(_ side: Side, in scene: Scene) -> [Effect] {
        if let round = responding(side) { return sayBack(Press(.backAgain, round), by: side) }
        return again(Press(.again), by: side, in: scene)
    }

    /// While a name, an hour or a place is asked for, a way out leaves that and nothing else: an
    /// answer given before stays as it was decided.
    private mutating func leaveSetting(_ side: Side) -> [Effect]? {
        switch partners[side]?.floor {
        case .name, .hour, .days, .quiet, .place, .country:
            partners[side]?.floor = .nothing
            return [tell(side, Line(.enough))]
        case .meaning, .turn:
            // What was written of it stays, and is found again by [Open] or [Here, in writing].
            partners[side]?.floor = .nothing
            return [tell(side, Line(.later))]
        case .nothing, .answer, .response, .summary, nil:
            return nil
        }
    }

    /// The idea behind what was shown last, in one line.
    mutating func why(_ name: RoundName?, by side: Side, in scene: Scene) -> [Effect] {
        if let name = name ?? partners[side]?.recent, scene.course.plan(name) != nil {
            return [.tell(side, Telling(Line(.why, [.card: .idea(name)])))]
        }
        if let card = partners[side]?.card {
            return [.tell(side, Telling(Line(.why, [.card: .ideaOfCard(card)])))]
        }
        return [tell(side, Line(.nothingOpen))]
    }

    /// Only one's own side: nothing here depends on the other.
    private mutating func status(_ side: Side, in scene: Scene) -> Effect {
        guard let partner = partners[side] else { return tell(side, Line(.passed)) }
        let open = rounds.count { $0.stages[side].isUnfinished && $0.shown[side] == nil }
        let written = rounds.count { line in
            switch line.stages[side] {
            case .alone, .kept, .released: true
            case .untouched, .offered, .asked, .reviewing, .carrying, .picking, .skipped, .later,
                .done, .agreed:
                false
            }
        }
        let clock = scene.clock(partner.zone)
        var slots: [Line.Slot: Line.Value] = [
            .me: .words(partner.name), .time: .plain(clock.time.description),
            .zone: .zone(partner.zone), .hour: .plain(partner.hour.description),
            .count: .plain(String(written)), .also: .plain(String(open)),
        ]
        if let calls = partner.calls { slots[.partner] = .words(calls) }
        slots[.card] = .phrase(pauseLine(partner, in: scene))
        let key: Line.Key = partner.calls == nil ? .statusAlone : .status
        return tell(side, Line(key, slots))
    }

    private func pauseLine(_ partner: Partner, in scene: Scene) -> Line {
        guard let pause = partner.pause else {
            return cardLine(partner)
        }
        guard let until = pause.until else { return Line(.pausedOpen) }
        let days = max(1, ((until - scene.now).seconds + 86_399) / 86_400)
        return Line(days == 1 ? .pausedADay : .pausedDays, [.count: .plain(String(days))])
    }
}
