import Desk
import Dialogue
import Messenger

extension Street {
    /// What somebody does now, more often what makes sense; nil for nothing.
    mutating func deed(_ sight: Sight) -> Incoming.Event? {
        guard let partner = sight.partner else { return arrival(sight) }
        if hasBlocked(sight.person) {
            guard dice.chance(of: 40) else { return nil }
            block(sight.person, false)
            return dice.chance(of: 50) ? .reachable(true) : said(sight)
        }
        if dice.chance(of: 10) { return choice(sight) }
        if dice.chance(of: 12) { return oddity(partner, sight) }
        return sensible(partner, sight)
    }

    /// Somebody without a page: by an invitation, or to begin alone.
    private mutating func arrival(_ sight: Sight) -> Incoming.Event? {
        if hasBlocked(sight.person) { block(sight.person, false) }
        let isStranger = sight.person == people.count - 1
        if isStranger, dice.chance(of: 70) {
            return typed(dice.chance(of: 50) ? "/help" : "/safe", sight)
        }
        let useful = sight.buttons.suffix(6).filter { press in
            press.act.isVisitors && press.act != .younger && press.act != .letBe
                && press.subject.map(sight.invitations.contains) ?? true
        }
        if dice.chance(of: 60), let press = dice.one(of: Array(useful)) {
            return pressed(press, sight)
        }
        if dice.chance(of: 75), let code = sight.invitations.first {
            return typed("/start \(code)", sight)
        }
        if dice.chance(of: 5), let code = dice.one(of: codes),
            mayGuess(sight.person, now: sight.now)
        {
            return typed("/start \(code)", sight)
        }
        // One of two who belong together begins, or they'd never meet.
        guard sight.person % 2 == 0 || dice.chance(of: 4) else { return nil }
        return dice.chance(of: 80) ? typed("/start", sight) : said(sight)
    }

    private mutating func sensible(_ partner: Partner, _ sight: Sight) -> Incoming.Event? {
        let isAsked = partner.floor != .nothing
        let decides = partner.offered.contains(where: \.decides)
        if isAsked, !decides, dice.chance(of: 45) { return said(sight) }
        if dice.chance(of: 4) { return said(sight) }
        if case .alone(let invitation) = sight.page?.couple.bond, dice.chance(of: 25) {
            if let press = sight.buttons.last(where: { $0.act == .thatsThem }),
                invitation?.knock != nil, invitation?.arrival == press.number
            {
                return pressed(press, sight)
            }
            if invitation?.knock != nil { return typed("/invite", sight) }
            if invitation == nil { return typed("/invite", sight) }
            if let code = sight.invitations.first(where: { $0 != invitation?.code }),
                dice.chance(of: 20)
            {
                let join = sight.buttons.last { $0.act == .join && $0.subject == code }
                return join.map { pressed($0, sight) } ?? typed("/start \(code)", sight)
            }
        }
        return pressed(likely(partner, sight), sight)
    }

    /// A button below what was last said; after an arrival, [Open].
    private mutating func likely(_ partner: Partner, _ sight: Sight) -> Press {
        if dice.chance(of: 40), let item = dice.one(of: partner.tray) {
            return Press(.open, nil, item.id)
        }
        // Deciding first of all, or two at random would never be shown anything.
        let decisions = partner.offered.filter(\.decides)
        if dice.chance(of: 75), let decision = dice.one(of: decisions) { return decision }
        if dice.chance(of: 30) { return Press(.oneMore) }
        let staying = partner.offered.filter { !$0.ends }
        return dice.one(of: staying) ?? Press(.oneMore)
    }

    /// A round that they may open.
    private mutating func choice(_ sight: Sight) -> Incoming.Event? {
        if dice.chance(of: 15) { return typed("/repair", sight) }
        let rounds = sight.buttons.filter { $0.act == .openRound }
        guard let press = dice.one(of: rounds), dice.chance(of: 70) else {
            return typed("/rounds", sight)
        }
        return pressed(press, sight)
    }

    /// What happens less often, and what nobody expects.
    private mutating func oddity(_ partner: Partner, _ sight: Sight) -> Incoming.Event? {
        switch dice.roll(12) {
        case 0: return pressed(forged(sight), sight)
        case 1, 2:
            let old = sight.buttons.filter { !$0.act.isVisitors && !$0.ends }
            return pressed(dice.one(of: old) ?? Press(.oneMore), sight)
        case 3:
            let message = dice.one(of: people[sight.person].messages) ?? 0
            if dice.chance(of: 20) { return .takenBack(message: MessageID(-message)) }
            return .edited(message: MessageID(-message), Hushed(words(of: sight.person)))
        case 4:
            return .voice(
                message: newMessage(of: sight.person),
                Incoming.Voice(reference: Hushed(words(of: sight.person)), seconds: 3), replyTo: nil
            )
        case 5: return .unsupported(message: newMessage(of: sight.person))
        case 6:
            if dice.chance(of: 70) { return typed("/answers", sight) }
            guard mayGuess(sight.person, now: sight.now), let code = dice.one(of: codes) else {
                return nil
            }
            return typed("/start \(code)", sight)
        case 7: return typed(["/export", "/safe", "/status", "/today"][dice.roll(4)], sight)
        case 8, 9:
            let commands = [
                "/skip", "/later", "/lighter", "/share", "/keep", "/again", "/next", "/talk",
                "/why",
                "/name Kim \(marks)", "/time \(dice.roll(24)):30", "/timezone Auckland",
                "/timezone Berlin", "/erase", "/language de", "/language en", "/nothing",
            ]
            return typed(dice.one(of: commands) ?? "/why", sight)
        case 10:
            guard dice.chance(of: 30) else { return typed("/resume", sight) }
            return typed("/pause \(1 + dice.roll(5))", sight)
        case _: return going(sight)
        }
    }

    /// Leaving, forgetting, blocking.
    private mutating func going(_ sight: Sight) -> Incoming.Event? {
        switch dice.roll(10) {
        case 0: return typed("/leave now", sight)
        case 1:
            begin(sight.person)
            return typed("/forget now", sight)
        case 2, 3:
            block(sight.person, true)
            return .reachable(false)
        case _:
            let leaving = sight.buttons.suffix(6).filter { $0.act == .exportKept }
            return dice.one(of: Array(leaving)).map { pressed($0, sight) } ?? typed("/leave", sight)
        }
    }

    private mutating func forged(_ sight: Sight) -> Press {
        let acts = Press.Act.allCases.filter {
            ![.leaveNow, .leaveAndTell, .forgetNow, .pauseNow].contains($0) && !$0.isVisitors
        }
        let name = dice.one(of: sight.plans)?.name
        let number = [nil, 0, 1, 2, 3, dice.roll(30), -1, Int.max, Int.min][dice.roll(9)]
        return Press(dice.one(of: acts) ?? .open, dice.chance(of: 80) ? name : nil, number)
    }

    private mutating func said(_ sight: Sight) -> Incoming.Event {
        let text = dice.chance(of: 92) ? words(of: sight.person) : (dice.one(of: oddTexts) ?? "")
        return .text(message: newMessage(of: sight.person), Hushed(text), replyTo: nil)
    }

    private mutating func typed(_ text: String, _ sight: Sight) -> Incoming.Event {
        .text(message: newMessage(of: sight.person), Hushed(text), replyTo: nil)
    }

    private mutating func pressed(_ press: Press, _ sight: Sight) -> Incoming.Event {
        .pressed(callback: "c", message: nil, data: press.data)
    }
}

/// No bare digits: for somebody without a page those mean what was shown last, which is kept in
/// memory only.
private let oddTexts = ["", "\n\n", "19:30", "berlin", "now", "؟", "e\u{301}", "0.1", "yes"]

extension Press {
    /// Whether a talk goes on by it.
    var decides: Bool {
        let acts: [Act] = [
            .share, .shareBoth, .sendBack, .goOn, .showOne, .pick, .sayBack, .sentence, .choose,
            .readIt, .keepHere, .begin, .thatsAll, .propose, .putThere, .mark, .approve,
            .sendMoment, .sendMeaning, .here, .sendTurn, .thatsIt, .nothingMore, .gotIt, .notYet,
            .lookFor, .answerIt, .sendReply, .answerCounter, .findTime, .markTime, .timesDone,
            .closer, .optIn, .summarise, .clockRight, .getLink, .thatsThem,
        ]
        return acts.contains(act)
    }

    /// Whether somebody goes by it, or for a while.
    var ends: Bool {
        [.leaveNow, .leaveAndTell, .forgetNow, .pauseNow, .younger, .notThem].contains(act)
    }
}
