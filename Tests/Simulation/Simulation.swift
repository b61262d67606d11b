package import Curriculum
import Desk
import Dialogue
import Messenger
import Store

/// The same talk on two disks in lockstep: one that never fails and one that does. After each step
/// both must hold the same, and the same letters must have arrived.
package final class Simulation {
    package struct Plan: Sendable {
        package var seed: UInt64
        package var couples = 6
        /// A letter has a key on the platform: not even a crash makes a copy.
        package var isKeyed = false
        /// Roughly every how many disk operations the power goes; 0: never.
        package var operationsBetweenCuts = 60
        /// How long the journal grows before a checkpoint.
        package var journalLimit = 20_000

        package init(seed: UInt64) { self.seed = seed }
    }

    let plan: Plan
    let curriculum: Curriculum
    var calm: World
    var rough: World
    var street: Street
    /// Chance for when people do something; for what they do they have dice of their own.
    private var pace: SimulatedDice
    /// Chance for what goes wrong. The talk is the same whatever that is.
    var dice: SimulatedDice
    package private(set) var steps = 0
    package var crashes = 0
    package var recoveries = 0
    /// How often the disk refused something, without the power going.
    package var troubles = 0
    private var batches: UInt64 = 0
    private var settlings: UInt64 = 0
    /// What the calm world held before the current step, and after each piece of work of it.
    var states: [Inventory] = []
    var works: [Work] = []
    /// When the step began.
    private(set) var start = Moment(0)
    /// How many disk operations a start and the last step came to.
    var lastCount = 1

    package init(_ plan: Plan, _ curriculum: Curriculum) async throws {
        self.plan = plan
        self.curriculum = curriculum
        street = Street(couples: plan.couples, seed: plan.seed)
        pace = SimulatedDice(plan.seed, 98)
        dice = SimulatedDice(plan.seed, 99)
        let image = try RunningDaemon.emptyDisk()
        func world(_ journalLimit: Int) -> World {
            // Monday, 2 March 2026, nine in the morning in Berlin.
            World(
                image, curriculum, start: Moment(1_772_438_400), journalLimit: journalLimit,
                post: Post(isKeyed: plan.isKeyed))
        }
        calm = world(1 << 20)
        rough = world(plan.journalLimit)
        try await calm.open()
        states = [try inventory(of: calm)]
    }

    /// Letters that came to somebody, and how many of them once more.
    package var letters: (all: Int, copies: Int) { (rough.post.letters, rough.post.copies) }

    /// How many rounds both have been shown.
    package var reveals: Int {
        states.last.map {
            $0.pages.reduce(0) { $0 + $1.couple.rounds.count { $0.revealed != nil } }
        }
            ?? 0
    }

    /// How many couples are joined now.
    package var joined: Int { states.last?.pages.count { $0.couple.isJoined } ?? 0 }

    func inventory(of world: World, anew: Bool = false) throws -> Inventory {
        try world.inventory(people: street.addresses, anew: anew)
    }

    /// One step of the talk in the calm world; what it did is in ``works`` and ``states``.
    func playCalmly() async throws {
        steps += 1
        works = []
        start = calm.props.now
        states = states.suffix(1)
        if pace.chance(of: 8) { try await passTime() } else { try await talk() }
        street.look(at: states.last ?? Inventory())
    }

    private func talk() async throws {
        let now = calm.props.now + Span(seconds: Int64(pace.roll(50)))
        calm.props.now = now
        start = now
        let batch = street.batch(
            states.last ?? Inventory(), calm.post, curriculum.course.plans, now: now)
        if batch.items.contains(where: { $0.event == .reachable(false) }) {
            // What was sent before is noted before, so that it's known who could be reached.
            try await calmly(.carry)
            try await settle()
        }
        batches += 1
        try await calmly(.take(batch, batches, blocked: street.blocked))
        guard pace.chance(of: 90) else { return }
        try await calmly(.carry)
        // Whoever can't be reached is noted at once, before they can be reached again.
        if pace.chance(of: 65) || !street.blocked.isEmpty { try await settle() }
    }

    /// Minutes to days go by, and everything on the way becomes due at its own moment.
    private func passTime() async throws {
        try await calmly(.carry)
        try await settle()
        let minutes = pace.chance(of: 85) ? 1 + pace.roll(600) : 1_440 * (1 + pace.roll(2))
        let end = calm.props.now + .minutes(Int64(minutes))
        while let due = await calm.nextDue(), due < end {
            guard works.count < 3_000 else { throw Violation(whatStaysDue) }
            // Time goes on, also if something stays due.
            try await calmly(.tick(max(due, calm.props.now + Span(seconds: 1))))
            try await calmly(.carry)
            try await settle()
        }
        try await calmly(.tick(max(end, calm.props.now)))
        try await calmly(.carry)
        try await settle()
    }

    /// What is due though the clock has rung for it again and again.
    private var whatStaysDue: String {
        let now = calm.props.now
        let pages = (states.last ?? Inventory()).pages.filter { page in
            page.nextDue(after: now).map { $0 <= now } ?? false
        }
        let timers = pages.flatMap(\.couple.timers).filter { $0.at <= now }
        return "\(pages.count) pages stay due, by the timers \(timers.map(\.purpose))"
    }

    private func settle() async throws {
        settlings += 1
        try await calmly(.settle(settlings))
    }

    private func calmly(_ work: Work) async throws {
        let before = calm.disk.operations
        try await calm.run(work)
        works.append(work)
        // What wrote nothing changed nothing.
        let isSame = calm.disk.operations == before
        states.append(isSame ? states.last ?? Inventory() : try inventory(of: calm))
    }
}
