import Dialogue

/// Someone who does anything at all, a little more often what makes sense.
struct Gambler {
    var dice: Dice
    private var count = 0
    private var messages: [String: [MessageName]] = [:]

    /// Wild ones press and type at random; the others mostly do what a talk needs.
    private let isWild: Bool
    /// Gentle ones only ever do what a talk needs, and open rounds by choice.
    private let isGentle: Bool

    init(seed: UInt64, isGentle: Bool = false) {
        self.init(Dice(seed: seed), isWild: seed % 4 == 0, isGentle: isGentle)
    }

    init(_ dice: Dice, isWild: Bool, isGentle: Bool) {
        self.dice = dice
        self.isWild = isWild
        self.isGentle = isGentle
    }

    /// One thing that happens in town: somebody acts, the platform speaks, or time passes.
    mutating func play(in town: inout Town, people: [String]) throws {
        guard let person = dice.one(of: people) else { return }
        guard let place = town.places[person], let partner = town.partner(person) else {
            return try arrive(person, in: &town)
        }
        if isGentle, dice.chance(of: 12) {
            return try run(choice(of: person, place, town), at: place, &town)
        }
        guard !isGentle, dice.chance(of: isWild ? 40 : 12) else {
            return try sensible(partner, person, place, &town)
        }
        switch dice.roll(10) {
        case 0: try run(.pressed(place.side, likely(partner)), at: place, &town)
        case 1: try run(say(partner, person, place.side, town), at: place, &town)
        case 2, 3: try run(.pressed(place.side, forged(partner, town)), at: place, &town)
        case 4: try run(.pressed(place.side, old(person, town)), at: place, &town)
        case 5: try run(typed(place.side), at: place, &town)
        case 6: try run(edit(partner, person, place.side), at: place, &town)
        case 7: try oddity(partner, place, &town)
        case 8:
            if let code = dice.one(of: town.invitations.keys.sorted()) {
                try town.claim(code, by: person)
            }
        case _: try passTime(&town)
        }
    }

    /// A round that they may open, or a look at what lies under `/repair`.
    private mutating func choice(
        of person: String, _ place: Town.Place, _ town: Town
    ) -> Event {
        if dice.chance(of: 20) { return .typed("/repair", place.side) }
        let rounds = (town.shown[person] ?? []).suffix(60).filter { $0.act == .openRound }
        guard let press = dice.one(of: Array(rounds)), dice.chance(of: 70) else {
            return .typed("/rounds", place.side)
        }
        return .pressed(place.side, press)
    }

    /// Answering what is asked, opening what came, deciding, waiting.
    private mutating func sensible(
        _ partner: Partner, _ person: String, _ place: Town.Place, _ town: inout Town
    ) throws {
        let isAsked = partner.floor != .nothing
        switch dice.roll(10) {
        case 0..<4 where isAsked && !partner.offered.contains(where: \.decides):
            try run(say(partner, person, place.side, town), at: place, &town)
        case 0 where dice.chance(of: 40):
            try run(say(partner, person, place.side, town), at: place, &town)
        case 0..<9 where partner.card == nil || !partner.tray.isEmpty || dice.chance(of: 30):
            try run(.pressed(place.side, likely(partner)), at: place, &town)
        case _:
            try town.pass(.hours(Int64(1 + dice.roll(8))))
        }
    }

    private func run(_ event: Event, at place: Town.Place, _ town: inout Town) throws {
        try town.run(event, in: place.couple)
    }

    private mutating func arrive(_ person: String, in town: inout Town) throws {
        let open = town.invitations.filter { $0.value.claimant == nil }.keys.sorted()
        let zone = dice.chance(of: 70) ? Scenery.places[0] : dice.one(of: Scenery.places)
        try town.admit(person, by: dice.chance(of: 80) ? dice.one(of: open) : nil, zone: zone)
    }

    private mutating func passTime(_ town: inout Town) throws {
        switch dice.roll(10) {
        case 0..<4: try town.pass(.minutes(Int64(1 + dice.roll(50))))
        case 4..<7: try town.pass(.hours(Int64(1 + dice.roll(10))))
        case 7..<9: try town.pass(.hours(24))
        case _: try town.pass(.days(Int64(1 + dice.roll(4))))
        }
    }

    /// A button below what was last said; after an arrival, [Open].
    private mutating func likely(_ partner: Partner) -> Press {
        if dice.chance(of: 40), let item = dice.one(of: partner.tray) {
            return Press(.open, nil, item.id)
        }
        // Deciding first of all, or two at random would never be shown anything.
        let decisions = partner.offered.filter(\.decides)
        if dice.chance(of: 80), let decision = dice.one(of: decisions) { return decision }
        if dice.chance(of: 40) { return Press(.oneMore) }
        let leaving = partner.offered.filter {
            $0.act != .leaveNow && $0.act != .leaveAndTell && $0.act != .forgetNow
        }
        let staying = leaving.filter { !$0.leavesIt }
        if isGentle, dice.chance(of: 80), let press = dice.one(of: staying) { return press }
        return dice.one(of: leaving) ?? Press(.oneMore)
    }

    private mutating func say(
        _ partner: Partner, _ person: String, _ side: Side, _ town: Town
    ) -> Event {
        let reply: RoundName? =
            dice.chance(of: 6) ? dice.one(of: town.scenery.course.plans)?.name : nil
        count += 1
        let name = MessageName(Int64(count))
        messages[person, default: []].append(name)
        guard dice.chance(of: 94) else {
            let voice = Words(by: partner.id, text(by: partner))
            return .said(
                side,
                .init(
                    name: name, content: .voice(reference: voice, seconds: 3), repliesTo: reply))
        }
        let words = Words(by: partner.id, dice.chance(of: 85) ? text(by: partner) : oddText())
        return .said(side, .init(name: name, content: .text(words), repliesTo: reply))
    }

    private mutating func text(by partner: Partner) -> String {
        count += 1
        let mark = Mark(author: partner.id, number: count).description
        guard dice.chance(of: 20) else { return "\(mark) I think." }
        count += 1
        return "\(mark) one.\n\(Mark(author: partner.id, number: count)) two!\n \n👨‍👩‍👧‍👦"
    }

    private mutating func oddText() -> String {
        let texts = [
            "", " ", "\n\n", "1", "2", "3", "4", "0", "-1", "07", "+2", String(Int.max),
            String(Int.min), "99999999999999999999", "19:30", "berlin", "now", "؟", "e\u{301}",
        ]
        if dice.chance(of: 5) { return String(repeating: "long ", count: 1_700) }
        if dice.chance(of: 5) { return String(repeating: "line\n", count: 300) }
        return dice.one(of: texts) ?? ""
    }

    private mutating func old(_ person: String, _ town: Town) -> Press {
        dice.one(of: town.shown[person] ?? []) ?? Press(.oneMore)
    }

    private mutating func forged(_ partner: Partner, _ town: Town) -> Press {
        var acts = Press.Act.allCases
        // Going is played by ``oddity``, or nobody would ever stay.
        acts.removeAll {
            $0 == .leaveNow || $0 == .leaveAndTell || $0 == .forgetNow || $0 == .pauseNow
        }
        let act = dice.one(of: acts) ?? .open
        let name = dice.one(of: town.scenery.course.plans)?.name
        let number = [nil, 0, 1, 2, 3, dice.roll(30), -1, Int.max, Int.min][dice.roll(9)]
        return Press(act, dice.chance(of: 80) ? name : nil, number)
    }

    private mutating func typed(_ side: Side) -> Event {
        var commands = Command.allCases
        commands.removeAll { $0 == .forget || $0 == .leave || $0 == .pause }
        let rests = ["", "", "now", "3", "2 weeks", "19:30", "Berlin", "x", "Kim"]
        let command = dice.chance(of: 95) ? dice.one(of: commands)?.rawValue : "nothing"
        count += 1
        return .typed("/\(command ?? "") \(dice.one(of: rests) ?? "")", side, Int64(count))
    }

    private mutating func edit(_ partner: Partner, _ person: String, _ side: Side) -> Event {
        let recent = Array((messages[person] ?? []).suffix(12))
        let message = dice.one(of: recent) ?? 0
        if dice.chance(of: 15) { return .tookBack(side, message: message) }
        let words = dice.chance(of: 90) ? text(by: partner) : oddText()
        return .edited(side, message: message, Words(by: partner.id, words))
    }

    /// What happens rarely: pausing, blocking, leaving, forgetting, clocks gone wrong.
    private mutating func oddity(
        _ partner: Partner, _ place: Town.Place, _ town: inout Town
    ) throws {
        let side = place.side
        let today = town.scenery.local(partner.zone, town.now).date
        let events: [Event] = [
            .sentOther(side), .reachable(side, false), .reachable(side, true),
            .reachable(side, true), .struck(side, today, until: town.now + .hours(6)),
            .struck(side, today.adding(days: -dice.roll(9)), until: town.now),
            .typed("/pause \(1 + dice.roll(9))", side),
            .typed("/resume", side),
            .rang(Timer(at: town.now, purpose: .invitationEnds)),
            .knocked(name: Words(by: PersonID("nobody"), "Kim")), .claimEnded(side),
        ]
        switch dice.roll(30) {
        case 0: try town.run(.typed("/leave now", side), in: place.couple)
        case 1: try town.run(.typed("/forget now", side), in: place.couple)
        case _:
            if let event = dice.one(of: events) { try town.run(event, in: place.couple) }
        }
    }
}

extension Press {
    /// Whether a talk goes on by it.
    fileprivate var decides: Bool {
        [.share, .shareBoth, .sendBack, .goOn, .showOne, .pick, .sayBack, .sentence, .choose]
            .contains(act) || act == .readIt || act == .keepHere || isTogether
    }

    fileprivate var leavesIt: Bool {
        [
            .timeOut, .endTurns, .skip, .later, .lighter, .dontRemember, .sawOtherwise,
            .notThisOne, .letLie, .keep, .takeBack, .dropIt, .again, .turnAgain, .notQuite,
        ].contains(act)
    }

    private var isTogether: Bool {
        [
            .begin, .thatsAll, .propose, .putThere, .mark, .approve, .sendMoment, .sendMeaning,
            .here, .sendTurn,
            .thatsIt, .nothingMore, .gotIt, .notYet, .lookFor, .answerIt, .sendReply,
            .answerCounter, .findTime, .markTime, .timesDone, .closer, .optIn, .summarise,
        ].contains(act)
    }
}

extension Event {
    /// A command as it is typed.
    static func typed(_ text: String, _ side: Side, _ message: Int64 = 0) -> Event {
        guard let call = Command.call(in: text) else {
            return .said(
                side,
                .init(
                    name: MessageName(message),
                    content: .text(Words(by: PersonID("nobody"), text))))
        }
        return .commanded(side, call, message: MessageName(message))
    }
}
