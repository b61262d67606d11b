package import Curriculum
package import Dialogue
package import Logging
package import Messenger
package import Store

/// Keeps all pages, and is the only one who changes them: what the platforms bring, what the
/// clock brings and what was delivered all come in by this door, one batch after the other.
///
/// A batch is judged in memory, saved as one, and only then is anything sent.
package actor Desk {
    private let cabinet: Cabinet
    private let scenes: SceneMaker
    private let library: Library
    private let clock: Clock
    private let link: @Sendable (String) -> String
    let log: Logger
    private var daemon: DaemonRecord
    private var lobby = Lobby()
    private var punctuality = Punctuality()
    /// What is due to the minute, and what may wait for a wave to pass.
    private var prompt = Agenda()
    private var other = Agendas()
    /// Which of each page's owed letters the courier has been handed since the start.
    private var handed: [String: Set<Int>] = [:]
    /// The same of letters to people without a page.
    private var handedOwn: Set<Int> = []
    private let owe: @Sendable ([Owed]) -> Void
    private let alarm: Alarm

    /// - Parameters:
    ///   - confirmations: which lines to call the host has looked up.
    ///   - link: forms the address of an invitation from its code.
    ///   - owe: takes letters that are on disk now, in order; the courier's end of a stream.
    /// - Throws: ``StoreFault`` if the folder's own record can't be read.
    package init(
        cabinet: sending Cabinet, curriculum: Curriculum, house: House, clock: Clock,
        chance: Chance, alarm: Alarm, log: Logger,
        confirmations: @escaping @Sendable () -> LineConfirmations = { LineConfirmations() },
        link: @escaping @Sendable (String) -> String,
        owe: @escaping @Sendable ([Owed]) -> Void
    ) throws(StoreFault) {
        daemon = try cabinet.daemon()
        self.cabinet = cabinet
        library = Library(today: curriculum, cabinet: cabinet)
        scenes = SceneMaker(
            house: house, chance: chance, isTimeSure: clock.isAgreed, confirmations: confirmations)
        self.clock = clock
        self.alarm = alarm
        self.log = log
        self.link = link
        self.owe = owe
    }

    /// Where the platform's queue was last confirmed.
    package func cursor(of platform: String) -> Cursor? { daemon.cursors[platform] }

    /// Hears a batch. When it returns, all of it is on disk, and may be confirmed.
    ///
    /// - Throws: ``StoreFault`` if it couldn't be saved: then nothing of it has happened.
    package func take(_ batch: Batch, on platform: String) throws(StoreFault) {
        let isBehind = punctuality.heard(platform, isEmpty: batch.items.isEmpty, at: now)
        guard !batch.items.isEmpty || batch.next != daemon.cursors[platform] else { return }
        try workOnEach(batch.items) { session, incoming throws(StoreFault) in
            let isTaken = try session.settingAside { session throws(StoreFault) in
                try session.take(incoming, isLate: isBehind)
            }
            if !isTaken { session.apologise(to: incoming) }
        } last: { session in
            if let next = batch.next, session.daemon.cursors[platform] != next {
                session.daemon.cursors[platform] = next
                session.daemonIsChanged = true
            }
        } orElse: { session, incoming in
            session.apologise(to: incoming)
        }
    }

    /// Does what has become due: cards, reveals, ends of invitations. At most `limit` couples.
    ///
    /// - Parameter busy: platforms whose couriers have no room for more: for couples on them only
    ///   what is due to the minute is done.
    /// - Returns: whether more is due at once.
    package func tick(limit: Int = 50, busy: Set<String> = []) throws(StoreFault) -> Bool {
        // Also if nothing is done: what was due may have been passed over.
        defer { alarm.ring(nextDue: nextDue()) }
        let now = clock.now()
        if cabinet.owesForgetting { try cabinet.payForgetting() }
        let first = prompt.take(until: now, limit: limit)
        let others = other.take(until: now, limit: limit - first.count, but: busy)
        let due = first + others.filter { !first.contains($0) }
        guard !due.isEmpty else { return false }
        do throws(StoreFault) {
            try workOnEach(due) { session, id throws(StoreFault) in
                try session.settingAside { session throws(StoreFault) in
                    try session.becomeDue(id)
                }
            } orElse: { session, id in
                session.setAside(id)
            }
        } catch {
            // Nothing has happened: it is still due.
            for id in first { prompt.set(id, to: now) }
            other.putBack(others, at: now)
            throw error
        }
        return first.count + others.count == limit
    }

    /// What an extension of the desk reads: nothing is changed by it.
    var now: Moment { clock.now() }
    func couples() throws(StoreFault) -> [String] { try cabinet.couples() }
    func page(_ id: String) throws(StoreFault) -> Page? { try cabinet.page(id) }
    func isForgotten(_ person: PersonID) -> Bool { cabinet.isForgotten(person.text) }
    func ownsLetter(_ id: Int) -> Bool { daemon.outbox.contains { $0.id == id } }

    /// When something is next due by itself.
    package func nextDue() -> Moment? { [prompt.next, other.next].compactMap { $0 }.min() }

    /// Notes what the platform has taken, in one save.
    package func settle(_ deliveries: [Delivery]) throws(StoreFault) {
        guard !deliveries.isEmpty else { return }
        try workOnEach(deliveries) { session, delivery throws(StoreFault) in
            try session.settingAside { session throws(StoreFault) in
                try session.settle(delivery)
            }
        } orElse: { _, _ in
            // It is sent again after a start: better twice than never.
        }
    }

    /// Finishes every forgetting that a power cut interrupted, or that an older copy of the folder
    /// knows nothing of. To be done before anything is heard.
    package func finishForgetting() throws(StoreFault) {
        if !daemon.condemned.isEmpty { try cabinet.payForgetting(of: daemon.condemned) }
        let count = cabinet.forgottenCount
        guard count != daemon.forgottenCount else { return }
        try work { session throws(StoreFault) in
            try session.forgetAgain()
            session.daemon.forgottenCount = count
            session.daemonIsChanged = true
        }
    }

    /// Puts every couple's page on the agenda and hands its letters to the courier. At the start;
    /// the first poll doesn't wait for it. After `.full` it may be called again.
    package func scan() async throws(StoreFault) {
        handOverOwn()
        for id in try cabinet.couples() {
            do throws(StoreFault) {
                guard let page = try cabinet.page(id) else { continue }
                follow(id, page, handed)
            } catch {
                guard error.isOfOneFile else { throw error }
                setAside(id)
            }
            await Task.yield()
        }
    }

    /// No more is taken from now on.
    package func close() throws(StoreFault) { try cabinet.close() }

    /// Does something with pages, saves what it changed, and then hands over what is owed.
    func work(
        _ body: (inout Session) throws(StoreFault) -> Void
    ) throws(StoreFault) {
        var session = session()
        if !daemon.condemned.isEmpty, !cabinet.owesForgetting {
            // Those keys are gone.
            session.daemon.condemned = []
            session.daemonIsChanged = true
        }
        try body(&session)
        let changes = try session.finish()
        if !changes.isEmpty {
            try cabinet.save(
                changes, pages: session.pages, places: session.places,
                definitions: session.definitions, forgetting: session.isForgetting,
                destroying: session.condemned)
        }
        // It has happened. From here on nothing can fail.
        daemon = session.daemon
        lobby = session.lobby
        for id in session.unreadable { setAside(id) }
        handOverOwn()
        let handedBefore = handed
        for id in session.touched {
            if let page = session.pages[id].flatMap({ $0 }) {
                follow(id, page, handedBefore)
            } else {
                prompt.set(id, to: nil)
                other.remove(id)
                handed[id] = nil
            }
        }
        handOver([Owed(page: nil, letters: session.courtesies)])
        alarm.ring(nextDue: nextDue())
    }

    func session() -> Session {
        Session(
            cabinet: cabinet, scenes: scenes, library: library, now: clock.now(), daemon: daemon,
            lobby: lobby, link: link)
    }

    private func follow(_ id: String, _ page: Page, _ handedBefore: [String: Set<Int>]) {
        prompt.set(id, to: page.nextPrompt)
        other.set(id, on: page.platforms, to: page.nextOther(after: clock.now()))
        let known = handed[id] ?? []
        let unknown = page.outbox.filter { letter in
            guard !known.contains(letter.id) else { return false }
            // What came along from another page may be with the courier already. Only the letter
            // itself tells: later ones of that page may have been handed over without it.
            return letter.origins?.contains { origin in
                handedBefore[origin.page]?.contains(origin.letter) == true
            } != true
        }
        handed[id] = page.outbox.isEmpty ? nil : Set(page.outbox.map(\.id))
        handOver([Owed(page: id, letters: unknown)])
    }

    /// Whether the start or a message comes first: each once.
    private func handOverOwn() {
        let unknown = daemon.outbox.filter { !handedOwn.contains($0.id) }
        handedOwn = Set(daemon.outbox.map(\.id))
        handOver([Owed(page: nil, letters: unknown)])
    }

    private func handOver(_ owed: [Owed]) {
        let owed = owed.filter { !$0.letters.isEmpty }
        if !owed.isEmpty { owe(owed) }
    }

    private func setAside(_ id: String) {
        log.error(
            "A couple's files can't be read. They are left as they are; everyone else goes on.",
            metadata: ["couple": "\(id)"])
    }
}

/// Letters of one page; of nobody's page if that is nil.
package struct Owed: Sendable {
    package let page: String?
    package let letters: [Letter]
}
