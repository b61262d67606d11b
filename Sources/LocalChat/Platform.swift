/// The chat platform itself: chats, the queue of updates, files, commands, troubles.
///
/// One actor, so that what a call reads and changes belongs together; the rules are in the
/// values it holds. Bot API methods, what people do and what watches are extensions of it.
actor Platform {
    static let maximumChats = 100_000

    let configuration: LocalChat.Configuration
    let botID: Int64
    var chats: [Int64: Chat] = [:]
    /// Whose phones the page shows, in order.
    private(set) var phones: [Int64] = []
    var queue: UpdateQueue
    var allowed = UpdateKind.usual
    var webhook: String?
    var callbacks: Callbacks
    var commands = CommandBook()
    var files = FileShelf()
    var switchboard = Switchboard()
    var journal = Journal()
    var limits: RateLimits?
    var watchers = Watchers()
    /// Counts every change of any chat.
    var version = 0
    var isClosing = false
    private var pauses: [Int: Task<Void, any Error>] = [:]
    private var lastPause = 0

    // What polling needs, see Polling.swift.
    var gate = PollGate()
    var waitingPoll: WaitingPoll?
    var lastPollNumber = 0
    var lastConflict: ContinuousClock.Instant?
    var lastDelivery: [UInt8] = []

    init(configuration: LocalChat.Configuration) {
        self.configuration = configuration
        botID = Int64(configuration.botToken.prefix { $0 != ":" }) ?? 1
        queue = UpdateQueue(
            firstID: configuration.firstUpdateID ?? .random(in: 2_000_002...1_000_000_000))
        limits = configuration.limits.map { RateLimits($0) }
        callbacks = Callbacks(first: .random(in: 1 << 60...1 << 61))
        for person in configuration.people.prefix(2) {
            chats[person.chat] = Chat(person: person)
            phones.append(person.chat)
        }
    }

    var now: Double { configuration.clock() }
    var wholeNow: Int64 { Int64(now) }

    /// The bot as a `User`.
    var botJSON: JSON {
        [
            "id": .int(botID), "is_bot": true, "first_name": .string(configuration.botName),
            "username": .string(configuration.botUsername),
        ]
    }

    /// The version of the change that is being made now.
    func nextVersion() -> Int {
        version += 1
        return version
    }

    /// Queues an update of this kind, if the bot wants it, and wakes its poll.
    func enqueue(_ kind: UpdateKind, _ json: JSON) {
        guard allowed.contains(kind) else { return }
        enqueue(kind, members: Array("\"\(kind.rawValue)\":".utf8) + json.bytes)
    }

    /// Queues raw JSON members, however broken: for tests of what a server may one day send.
    func enqueue(_ kind: UpdateKind, members: [UInt8]) {
        queue.push(members, kind: kind, now: now)
        wakePoll()
    }

    /// Waits, but not beyond the platform's own end.
    func pause(for time: Duration) async {
        guard !isClosing else { return }
        lastPause += 1
        let number = lastPause
        let task = Task { try await Task.sleep(for: time) }
        pauses[number] = task
        // It fails when the platform closes; either way the pause is over.
        _ = await task.result
        pauses[number] = nil
    }

    /// Stops waiting, so that the server can stop.
    func close() {
        isClosing = true
        for task in pauses.values { task.cancel() }
        releasePoll()
        watchers.releaseAll()
    }
}
