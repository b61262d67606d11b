import Dialogue

@testable import Townspeople

/// What one partner does, day by day, of which the other must not notice anything.
enum Conduct: String, CaseIterable, Sendable {
    case silent
    case skips
    case keeps
    /// Answers, and releases only what the other keeps.
    case releasesInVain
    /// Begins every round days before the other does, in an order of his own, and keeps all.
    case runsAhead
    case pauses
    case blocks
    case leaves
    case forgets
    /// Passes everything, and goes round when he is asked which road.
    case goesRound
    /// Comes to the same rounds within the hour before the couple's shared one.
    case decidesLate

    /// One evening of his.
    func evening(_ day: Int, of name: String, in town: inout Town) throws {
        guard let place = town.places[name] else { return }
        let begin = 5
        switch self {
        case .silent:
            return
        case .skips where day >= begin:
            try openAll(name, &town)
            try town.run(.typed("/skip", place.side), in: place.couple)
        case .keeps where day >= begin, .decidesLate where day >= begin:
            try answer(name, &town) { _ in Press(.keep) }
        case .releasesInVain where day >= begin:
            // What goes by its author's tap alone would not be in vain.
            let course = town.scenery.course
            try answer(name, &town) { round in
                let isSealed = course.plan(round)?.kind == .sealed
                return ScriptedAda.shares(round) || !isSealed ? Press(.keep) : Press(.share)
            }
        case .runsAhead where day >= 2:
            for _ in 0..<6 {
                try town.run(.pressed(place.side, Press(.oneMore)), in: place.couple)
                try town.run(.typed("/lighter", place.side), in: place.couple)
                try answer(name, &town) { _ in Press(.keep) }
            }
        case .goesRound where day >= begin:
            try openAll(name, &town)
            if let press = town.partner(name)?.offered.first(where: { $0.act == .goRound }) {
                try town.run(.pressed(place.side, press), in: place.couple)
            }
            try town.run(.typed("/skip", place.side), in: place.couple)
        case .pauses where day == begin:
            try town.run(.typed("/pause", place.side), in: place.couple)
        case .blocks where day == begin:
            try town.run(.reachable(place.side, false), in: place.couple)
        case .leaves where day == begin:
            try town.run(.typed("/leave now", place.side), in: place.couple)
        case .forgets where day == begin:
            try town.run(.typed("/forget now", place.side), in: place.couple)
        case .skips, .keeps, .releasesInVain, .runsAhead, .pauses, .blocks, .leaves, .forgets,
            .goesRound, .decidesLate:
            return
        }
    }

    private func openAll(_ name: String, _ town: inout Town) throws {
        guard let place = town.places[name] else { return }
        for item in town.partner(name)?.tray ?? [] {
            try town.run(.pressed(place.side, Press(.open, nil, item.id)), in: place.couple)
        }
    }

    /// Answers what is open, to its end, and decides about it.
    private func answer(
        _ name: String, _ town: inout Town, decide: (RoundName) -> Press
    ) throws {
        try openAll(name, &town)
        guard let place = town.places[name] else { return }
        for _ in 0..<4 {
            guard let partner = town.partner(name), case .answer(let round) = partner.floor else {
                return
            }
            let words = Words(by: partner.id, "1")
            try town.run(
                .said(place.side, .init(name: 7, content: .text(words))), in: place.couple)
            let goesOn = town.partner(name)?.offered.contains { $0.act == .goOn } ?? false
            let press = goesOn ? Press(.goOn) : decide(round)
            try town.run(.pressed(place.side, press), in: place.couple)
            if !goesOn { return }
        }
    }
}

/// Ada does the same whatever Ben does, and looks everywhere for a trace of him.
struct ScriptedAda {
    var dice: Dice
    private var count: Int64 = 100

    init(seed: UInt64) { dice = Dice(seed: seed) }

    /// Whether she shares her answer of a round, rather than keep it.
    static func shares(_ name: RoundName) -> Bool { name.text.utf8.reduce(0, &+) % 2 == 0 }

    mutating func act(in town: inout Town) throws {
        guard let place = town.places["Ada"], let partner = town.partner("Ada") else { return }
        let event: Event
        switch dice.roll(12) {
        case 0..<3:
            event = .pressed(place.side, Press(.open, nil, partner.tray.last?.id ?? 0))
        case 3..<6 where partner.floor != .nothing:
            count += 1
            let words = Words(by: partner.id, dice.chance(of: 30) ? "2" : "my words \(count)")
            event = .said(place.side, .init(name: MessageName(count), content: .text(words)))
        case 3..<8:
            event = .pressed(place.side, decide(partner, town))
        case 8:
            let typed = ["/answers", "/today", "/status", "/erase", "/share", "/keep", "/next"]
            event = .typed(dice.one(of: typed) ?? "", place.side)
        case 9:
            let words = Words(by: partner.id, "other words")
            event = .edited(place.side, message: MessageName(count - Int64(dice.roll(4))), words)
        case 10:
            event = .pressed(place.side, probe(town))
        case _:
            event = .pressed(place.side, Press(.oneMore))
        }
        try town.run(event, in: place.couple)
    }

    private mutating func decide(_ partner: Partner, _ town: Town) -> Press {
        let press = dice.one(of: partner.offered) ?? Press(.oneMore)
        guard press.act == .share || press.act == .shareBoth,
            let name = press.round, town.scenery.course.plan(name)?.kind == .sealed
        else { return press }
        return ScriptedAda.shares(name) ? press : Press(.keep, name, press.number)
    }

    /// A forged button for a round she may not have begun.
    private mutating func probe(_ town: Town) -> Press {
        let acts: [Press.Act] = [
            .answer, .skip, .later, .again, .keep, .goOn, .erase, .why, .choose, .pick,
            .showOne, .done, .keepHere, .lighter,
        ]
        let name = dice.one(of: town.scenery.course.plans)?.name
        return Press(dice.one(of: acts) ?? .why, name, dice.chance(of: 50) ? nil : 0)
    }
}
