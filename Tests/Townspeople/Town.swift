import Dialogue
import Foundation

/// A few people and the couples they make: does what the desk does, without files or chats.
///
/// Before each event the shelf holds exactly the bodies that the dialogue named, so that one it
/// forgot to name stops the test.
struct Town {
    struct Place: Equatable {
        var couple: String
        var side: Side
    }

    /// Something that happened in a couple, as it was before and after.
    struct Step {
        let event: Event?
        let before: Couple
        let after: Couple
        let effects: [Effect]
        let now: Moment
        let course: Course
    }

    /// Something the bot did in somebody's chat.
    struct Heard: Equatable {
        let by: String
        let at: Moment
        let effect: Effect
    }

    struct Unsaved: Error {}

    var scenery: Scenery
    var now = Moment(1_790_000_000)
    var places: [String: Place] = [:]
    var couples: [String: Couple] = [:]
    /// By couple and serial.
    private(set) var bodies: [String: [Int: Round]] = [:]
    /// Open invitations: whose, and who came by it.
    var invitations: [String: (couple: String, claimant: String?)] = [:]
    private(set) var heard: [Heard] = []
    /// Buttons ever shown to each.
    private(set) var shown: [String: [Press]] = [:]
    /// Whether everything is written as JSON and read again after each event.
    var isSaving = false
    var watch: Watch?
    private var count = 0

    init(scenery: Scenery) { self.scenery = scenery }

    func couple(of person: String) -> Couple? { places[person].flatMap { couples[$0.couple] } }

    func partner(_ person: String) -> Partner? {
        places[person].flatMap { couples[$0.couple]?.partners[$0.side] }
    }

    func person(at place: Place) -> String? { places.first { $0.value == place }?.key }

    mutating func newID(_ what: String) -> String {
        count += 1
        return what + String(count)
    }

    /// Lets an event happen in a couple.
    mutating func run(_ event: Event, in id: String) throws {
        guard var couple = couples[id] else { return }
        let scene = scenery.scene(for: couple, at: now)
        for serial in couple.reads(event, in: scene) {
            if let body = bodies[id]?[serial] { couple.shelf.load(body) }
        }
        let before = couple
        let effects = couple.handle(event, in: scene)
        watch?.look(
            at: Step(
                event: event, before: before, after: couple, effects: effects, now: now,
                course: scenery.course))
        try keep(couple)
        try perform(effects, in: id)
    }

    /// Puts changed bodies back and leaves the shelf empty.
    mutating func keep(_ couple: Couple) throws {
        var couple = couple
        for serial in couple.shelf.changed {
            let body = isSaving ? try saved(couple.shelf[serial]) : couple.shelf[serial]
            bodies[couple.id, default: [:]][serial] = body
        }
        couple.shelf = Shelf()
        couples[couple.id] = isSaving ? try saved(couple) : couple
    }

    /// A couple with every body on its shelf.
    func whole(_ id: String) -> Couple? {
        guard var couple = couples[id] else { return nil }
        for line in couple.rounds {
            if let body = bodies[id]?[line.serial] { couple.shelf.load(body) }
        }
        return couple
    }

    mutating func discard(_ id: String) {
        couples[id] = nil
        bodies[id] = nil
    }

    mutating func note(_ effect: Effect, to person: String) {
        heard.append(Heard(by: person, at: now, effect: effect))
        guard case .tell(_, let telling) = effect else { return }
        shown[person, default: []] += telling.choices.flatMap { $0 }
    }

    private func saved<Value: Codable & Equatable>(_ value: Value) throws -> Value {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(value)
        let again = try JSONDecoder().decode(Value.self, from: data)
        guard try encoder.encode(again) == data else { throw Unsaved() }
        return again
    }
}
