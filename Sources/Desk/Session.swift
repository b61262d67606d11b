import Curriculum
import Dialogue
import Messenger
import Rhythm
import Store

/// One batch at work: pages are changed here, in memory, and saved together at its end. If the
/// save fails, all of it is dropped, and nothing has happened.
struct Session {
    let cabinet: Cabinet
    let scenes: SceneMaker
    let library: Library
    let now: Moment
    /// Forms the address of an invitation.
    let link: @Sendable (String) -> String
    var lobby: Lobby
    /// When what is being answered was said; nil if nobody said anything.
    var heardAt: Moment?

    /// Pages as they stand now; nil for one that is gone.
    private(set) var pages: [String: Page?] = [:]
    /// Ids of changed pages, each once, in order.
    private(set) var touched: [String] = []
    /// Changes of indexes, of closed pages' folders and of bodies.
    private var changes: [Change] = []
    private(set) var places: [RelativePath: Place?] = [:]
    /// Buttons to take off messages that they have served. A courtesy: not kept, not repeated
    /// after a crash, for an old button decides nothing.
    private(set) var courtesies: [Letter] = []
    private var invites: [RelativePath: InviteRecord?] = [:]
    var daemon: DaemonRecord
    var daemonIsChanged = false
    /// Whether what was removed must be gone from the folder when the save returns.
    var isForgetting = false
    /// Whose keys go with this batch.
    var condemned: [String] = []
    /// Editions whose definitions are saved with this batch.
    var definitions: Set<String> = []
    /// Couples whose files can't be read: set aside, named to the host.
    private(set) var unreadable: [String] = []

    init(
        cabinet: Cabinet, scenes: SceneMaker, library: Library, now: Moment,
        daemon: DaemonRecord, lobby: Lobby, link: @escaping @Sendable (String) -> String
    ) {
        self.cabinet = cabinet
        self.scenes = scenes
        self.library = library
        self.now = now
        self.daemon = daemon
        self.lobby = lobby
        self.link = link
    }

    /// Does something for one couple. If their files can't be read they are set aside, none of it
    /// has happened, and everyone else goes on.
    ///
    /// - Returns: whether it was done.
    @discardableResult
    mutating func settingAside(
        _ body: (inout Session) throws(StoreFault) -> Void
    ) throws(StoreFault) -> Bool {
        let before = self
        do throws(StoreFault) {
            try body(&self)
        } catch {
            guard error.isOfOneFile else { throw error }
            let unreadable = unreadable
            self = before
            self.unreadable = unreadable
            return false
        }
        return true
    }

    /// Whether there is such a page and it can be read; one that can't is named to the host.
    mutating func hasPage(_ id: String) throws(StoreFault) -> Bool {
        var isThere = false
        try settingAside { session throws(StoreFault) in
            isThere = try session.page(id) != nil
        }
        return isThere
    }

    // Reading through what this batch has changed already.

    mutating func page(_ id: String) throws(StoreFault) -> Page? {
        if let known = pages[id] { return known }
        do throws(StoreFault) {
            return try cabinet.page(id)
        } catch {
            guard error.isOfOneFile else { throw error }
            setAside(id)
            throw .unreadable(Cabinet.page(id))
        }
    }

    /// Their files can't be read: named to the host when this batch is done.
    mutating func setAside(_ id: String) {
        if !unreadable.contains(id) { unreadable.append(id) }
    }

    mutating func retire(_ messages: [MessageID], at address: Address) {
        courtesies += messages.map {
            Letter(id: Letter.courtesy, to: address, content: .retirement(message: $0))
        }
    }

    mutating func keep(_ page: Page, _ id: String) {
        var page = page
        for index in page.outbox.indices where page.outbox[index].written == nil {
            page.outbox[index].written = written
        }
        pages[id] = .some(page)
        if !touched.contains(id) { touched.append(id) }
    }

    /// Of what is decided now.
    var written: Moment { heardAt.map { min($0, now) } ?? now }

    /// Takes a page away, with its folder.
    mutating func discard(_ id: String) {
        pages[id] = .some(nil)
        if !touched.contains(id) { touched.append(id) }
        changes.append(.removeFolder(Cabinet.folder(id)))
    }

    func place(of address: Address) throws(StoreFault) -> Place? {
        let path = cabinet.person(address)
        if let known = places[path] { return known }
        return try cabinet.place(at: path)
    }

    mutating func set(_ place: Place?, for address: Address) {
        set(place, at: cabinet.person(address))
    }

    mutating func set(_ place: Place?, at path: RelativePath) {
        places[path] = .some(place)
        changes.append(place.map { .write(path, $0) } ?? .remove(path))
    }

    func invite(_ code: String) throws(StoreFault) -> InviteRecord? {
        if let known = invites[cabinet.invite(code: code)] { return known }
        return try cabinet.invite(code)
    }

    mutating func set(_ record: InviteRecord?, forCode code: String) {
        let path = cabinet.invite(code: code)
        invites[path] = .some(record)
        changes.append(record.map { .write(path, $0) } ?? .remove(path))
    }

    /// Takes an index entry away.
    mutating func drop(_ path: RelativePath) { changes.append(.remove(path)) }

    // Moving pages.

    /// Lets an event happen on a page, and does what it asks for.
    mutating func run(_ event: Event, on id: String) throws(StoreFault) {
        guard var page = try page(id) else { return }
        let scene = try scene(for: page.couple)
        let serials = page.couple.reads(event, in: scene)
        // Whatever can't be read keeps nobody from going.
        if event.isWayOut {
            try loadReadable(into: &page, only: serials)
        } else {
            try load(serials, into: &page)
        }
        let before = page.couple
        let effects = page.couple.handle(event, in: scene)
        page.followClocks(from: before, at: now)
        keep(page, id)
        try perform(effects, on: id)
    }

    /// The changes of this batch, to be saved as one.
    mutating func finish() throws(StoreFault) -> [Change] {
        var saved: [Change] = changes
        for id in touched {
            guard case .some(var page?) = pages[id] else { continue }
            saved += try definitionsToKeep(for: page.couple)
            for serial in page.couple.shelf.changed {
                let round = page.couple.shelf[serial]
                saved.append(
                    .write(
                        Cabinet.round(serial, round.name, of: id),
                        RoundDocument(round, of: page.couple)))
            }
            page.couple.shelf.settle()
            pages[id] = .some(page)
            saved.append(.write(Cabinet.page(id), PageDocument(page)))
        }
        if !condemned.isEmpty {
            // Others may be waiting for room still.
            daemon.condemned += condemned.filter { !daemon.condemned.contains($0) }
            daemon.forgottenCount = cabinet.forgottenCount(with: daemon.condemned)
            daemonIsChanged = true
        }
        if daemonIsChanged { saved.append(.write(Cabinet.daemonPath, daemon)) }
        return saved
    }
}

extension StoreFault {
    /// Whether only one document is concerned: its couple is set aside then.
    var isOfOneFile: Bool {
        switch self {
        case .unreadable, .newerSchema, .setAside: true
        case .inUse, .journalDamaged, .unwritable, .batchTooLarge, .full, .notYetForgotten,
            .broken, .closed,
            .failed:
            false
        }
    }
}

extension Page {
    /// Someone changed their hour or zone: no date is lost by it, and none comes twice.
    fileprivate mutating func followClocks(from before: Couple, at now: Moment) {
        for side in Side.allCases {
            guard let old = before.partners[side], let new = couple.partners[side],
                old.zone != new.zone || old.hour != new.hour
            else { continue }
            let changed = cardHour(of: old, on: side).changed(
                zone: Zone(new.zone) ?? .utc, hour: new.hour, quiet: new.quietHours,
                lastGiven: old.lastCardDate, at: now)
            carried[side] = changed.carried
        }
    }
}
