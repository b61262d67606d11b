import Curriculum
import Dialogue
import Rhythm

@testable import Townspeople

/// The bytes are the dice of three people who do anything at all, and sometimes the very text or
/// button that one of them sends. The watch looks at every step; in some talks everything is written
/// as JSON and read again after each.
enum Talks {
    static func complaints(about bytes: [UInt8]) -> [String] {
        guard bytes.count > 1, let course = course(bytes[0]) else { return [] }
        do {
            var talk = try FuzzedTalk(bytes[0], tape: bytes.dropFirst(), on: course)
            try talk.play()
            return talk.town.watch?.faults ?? ["nobody watched"]
        } catch {
            return ["saving and loading changed something"]
        }
    }

    /// A short talk wanders further than a long one in the same time.
    static let mostSteps = 120

    // There with every build; without it the other two are played.
    private static let builtIn = try? Curriculum.builtIn().course

    private static func course(_ byte: UInt8) -> Course? {
        switch byte % 4 {
        case 0: .invented
        case 1: builtIn
        case _: .inventedTogether
        }
    }
}

/// One talk off a tape.
struct FuzzedTalk {
    private(set) var town: Town
    private var gambler: Gambler
    private var number: Int64 = 1_000_000

    /// The first byte says who they are, the tape what they do.
    init(_ kind: UInt8, tape: some Collection<UInt8>, on course: Course) throws {
        let host: House.Host = kind & 4 == 0 ? .other(name: nil) : .partner(name: nil)
        town = Town(scenery: Scenery(course: course, host: host))
        town.watch = Watch()
        // Dear, and what it finds is seldom; so not in every talk.
        town.isSaving = kind & 192 == 0
        gambler = Gambler(
            Dice(tape: tape), isWild: kind & 8 != 0, isGentle: kind & 24 == 16)
        try town.admit("Ada")
        if kind & 32 == 0 { try town.joins("Ben", "Ada") }
    }

    /// Until the tape is over, or they have done enough.
    mutating func play() throws {
        var steps = 0
        while !gambler.dice.isOver, steps < Talks.mostSteps {
            steps += 1
            if gambler.dice.chance(of: 20) {
                try send()
            } else {
                try gambler.play(in: &town, people: ["Ada", "Ben", "Ada", "Ben", "Cleo"])
            }
        }
    }

    /// Sends just what lies on the tape: as a text, a command, the data of a button, an edit, or
    /// to a visitor's door.
    private mutating func send() throws {
        let person = gambler.dice.one(of: ["Ada", "Ben", "Cleo"]) ?? "Ada"
        let kind = gambler.dice.roll(6)
        let bytes = gambler.dice.bytes(gambler.dice.roll(64))
        // Somebody else's mark would be a false alarm.
        let text = String(decoding: bytes, as: UTF8.self).filter { $0 != "⟦" }
        guard let place = town.places[person], let partner = town.partner(person) else { return }
        number += 1
        let words = Words(by: partner.id, text)
        let event: Event
        switch kind {
        case 0: event = .typed("/" + text, place.side, number)
        case 1, 2:
            guard let press = Press(data: text) else { return }
            event = .pressed(place.side, press)
        case 3:
            event = .edited(place.side, message: MessageName(number - Int64(bytes.count)), words)
        case _:
            event = .said(place.side, .init(name: MessageName(number), content: .text(words)))
        }
        try town.run(event, in: place.couple)
    }
}
