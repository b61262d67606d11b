import Curriculum
import Desk
import Dialogue
import Messenger
import Store

/// One daemon on one disk, with the platform it talks to. What it holds in memory is lost when
/// the power goes; the platform's record stays.
final class World {
    let curriculum: Curriculum
    private(set) var props: Props
    private(set) var disk: SimulatedDisk
    private(set) var daemon: RunningDaemon?
    var post: Post
    private let journalLimit: Int
    /// The how manieth running of the machine this is.
    private var life: Int
    private let reading = InventoryReading()
    /// Addresses of those who have blocked the bot.
    private var blocked: Set<String> = []
    private var queue: [(page: String?, letter: Letter)] = []
    private var unsettled: [Delivery] = []
    private var unnoted: [MessageID] = []

    init(
        _ image: DiskImage, _ curriculum: Curriculum, start: Moment, journalLimit: Int, post: Post,
        life: Int = 0
    ) {
        self.curriculum = curriculum
        self.journalLimit = journalLimit
        self.life = life
        self.post = post
        props = Props(start: start, life: life)
        disk = SimulatedDisk(image)
    }

    /// Everything in memory is gone, and the machine runs on this image from now on.
    func restart(from image: DiskImage) {
        post.crash(unnoted: unnoted)
        daemon = nil
        // A daemon of before that still has something to say says it to nobody.
        life += 1
        props = Props(start: props.now, life: life)
        disk = SimulatedDisk(image)
        queue = []
        unsettled = []
        unnoted = []
    }

    /// The program starts, without the machine having stopped.
    func reopen() { restart(from: disk.image) }

    func open() async throws {
        let daemon = try RunningDaemon.open(
            disk.disk, journalLimit: journalLimit, curriculum, props)
        self.daemon = daemon
        try await daemon.desk.finishForgetting()
        try await daemon.desk.scan()
    }

    func nextDue() async -> Moment? {
        var held = queue.compactMap { $0.letter.notBefore }.filter { $0 > props.now }
        if let due = await daemon?.desk.nextDue() { held.append(due) }
        return held.min()
    }

    /// Does one piece of work. Whatever is handed over before it is saved is a violation.
    func run(_ work: Work) async throws {
        guard let desk = daemon?.desk else { throw StoreFault.closed }
        collect()
        props.sow(work.seed)
        do {
            switch work {
            case .take(let batch, _, let blocked):
                self.blocked = blocked
                try await desk.take(batch, on: Post.platform)
            case .tick(let moment):
                props.now = moment
                _ = try await desk.tick()
            case .carry:
                try await carry(desk)
            case .settle:
                try await desk.settle(unsettled)
                unsettled = []
                unnoted = []
            }
        } catch {
            guard props.collect().isEmpty else {
                throw Violation("letters were handed over before what owes them was saved")
            }
            throw error
        }
    }

    func inventory(people: [Address], anew: Bool = false) throws -> Inventory {
        guard let daemon else { throw StoreFault.closed }
        return try reading.take(of: daemon, people: people, anew: anew)
    }

    /// The same machine with another daemon, not yet started: the one here isn't asked.
    func fork(from image: DiskImage? = nil, journalLimit: Int) -> World {
        var post = post
        post.crash(unnoted: unnoted)
        let world = World(
            image ?? disk.image, curriculum, start: props.now, journalLimit: journalLimit,
            post: post, life: life + 1)
        world.blocked = blocked
        return world
    }

    private func collect() {
        for owed in props.collect() {
            for letter in owed.letters where letter.id != Letter.courtesy {
                queue.append((owed.page, letter))
            }
        }
    }

    /// The courier's round: by chat, what belongs to nobody's page first, and in order.
    private func carry(_ desk: Desk) async throws {
        let now = props.now
        let due = queue.filter { ($0.letter.notBefore ?? now) <= now }
        queue.removeAll { ($0.letter.notBefore ?? now) <= now }
        var rest = due.sorted(by: World.precedes)[...]
        // What can't be asked about for now is carried when it can.
        defer { queue += rest }
        while let item = rest.first {
            // As the courier does: it may have been taken back since.
            let standing = try await desk.standing(of: item.letter, on: item.page)
            rest.removeFirst()
            switch standing {
            case .owed: break
            case .withdrawn: continue
            case .forgotten, .unwanted:
                unsettled.append(
                    Delivery(
                        page: item.page, letter: item.letter.id, to: item.letter.to,
                        outcome: .dropped))
                continue
            case .heldBack:
                // Asked about at each round: a daemon that has just started knows of no wait.
                queue.append(item)
                continue
            }
            let outcome = try deliver(item.letter, of: item.page)
            unsettled.append(
                Delivery(
                    page: item.page, letter: item.letter.id, to: item.letter.to, outcome: outcome))
            if outcome == .recipientGone, var held = item.letter.held(on: item.page, at: now) {
                // As above.
                held.notBefore = item.letter.notBefore
                queue.append((item.page, held))
            }
        }
    }

    private func deliver(_ letter: Letter, of page: String?) throws -> Delivery.Outcome {
        if let expires = letter.expires, expires < props.now { return .dropped }
        if blocked.contains(letter.to.chat.text) { return .recipientGone }
        let id = Post.id(of: letter, on: page)
        unnoted.append(id)
        try post.take(letter.content, of: id, to: letter.to.chat.text)
        switch letter.content {
        case .deletion, .retirement: return .sent(nil)
        case .message, .voice, .document, .picture, .keepsake: return .sent(id)
        }
    }

    /// The same order whether the courier was handed a letter by one page or has it from another.
    private static func precedes(
        _ one: (page: String?, letter: Letter), _ two: (page: String?, letter: Letter)
    ) -> Bool {
        func key(_ item: (page: String?, letter: Letter)) -> (String, String, Int) {
            let origin = item.letter.origins?.first
            return (
                item.letter.to.chat.text, origin?.page ?? item.page ?? "",
                origin?.letter ?? item.letter.id
            )
        }
        return key(one) < key(two)
    }
}
