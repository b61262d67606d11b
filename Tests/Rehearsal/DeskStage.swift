package import Curriculum
package import Desk
package import Dialogue
package import Foundation
import Logging
package import Messenger
package import Store
import Synchronization

/// The desk with real files in a temporary folder, and a chat platform that is only a list.
package final class DeskStage: Stage, @unchecked Sendable {
    // Unchecked: one test plays on one stage, from one task.
    package let folder: URL
    private let house: House
    /// What the desk asks, from the next start on.
    package var curriculum: Curriculum
    let props: Props
    private var opened: Opened
    package var desk: Desk { opened.desk }
    var people: [String: Int64] = [:]
    var chats: [String: [ChatMessage]] = [:]
    var blocked: Set<String> = []
    var waiting: [(page: String?, letter: Letter)] = []
    var news: [Heard] = []
    private let disk: Disk
    private var batches: [Batch] = []
    /// The courier is held up: what is owed waits.
    package var holdsLetters = false
    private(set) var updates: Int64 = 5_000_000
    var messages: [String: Int64] = [:]
    var lastCode: String?
    /// What their platform says of what people speak; English of who isn't named.
    package var languages: [String: String] = [:]
    /// The files that somebody was sent last, by their names.
    package var files: [String: [String: [UInt8]]] = [:]
    /// A test may take another, which can't draw.
    var easel = Easel.real

    struct ChatMessage {
        let id: MessageID
        var text: String
        var buttons: [Outgoing.Button]
        let isBots: Bool
    }

    package init(
        start: Moment, house: House? = nil, curriculum: Curriculum? = nil, seed: UInt64 = 1,
        disk: Disk = .real
    ) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "rehearsal-\(UUID().uuidString)")
        self.folder = folder
        self.house = house ?? .rehearsal
        self.curriculum = try curriculum ?? Curriculum.shared()
        props = Props(start: start, seed: seed)
        self.disk = disk
        opened = try DeskStage.open(folder, disk, self.curriculum, self.house, props)
    }

    private struct Opened {
        let desk: Desk
        let folder: DataFolder
    }

    deinit {
        // A folder that stays behind is only a temporary one.
        try? FileManager.default.removeItem(at: folder)
        try? FileManager.default.removeItem(at: folder.keys)
        // As above.
        try? FileManager.default.removeItem(atPath: places.forgotten)
    }

    package var now: Moment { props.now }

    package func invitation() async -> String? { lastCode }

    package func act(_ deed: Deed, by person: String) async throws {
        guard let event = event(deed, by: person) else {
            throw Missing(what: "\(person) can't do that: \(deed)")
        }
        try await deliver([event], of: person)
    }

    /// Several things at once, in one batch of the platform's.
    package func act(together deeds: [(String, Deed)]) async throws {
        var items: [Incoming] = []
        for (person, deed) in deeds {
            guard let event = event(deed, by: person) else { continue }
            items.append(incoming(event, of: person))
        }
        try await take(Batch(items: items, next: Cursor(updates + 1)))
    }

    package func advance(to moment: Moment) async throws {
        while true {
            let due = await desk.nextDue()
            let held = holdsLetters ? nil : waiting.compactMap(\.letter.notBefore).min()
            guard let next = [due, held].compactMap({ $0 }).min(), next <= moment else { break }
            props.time.withLock { $0 = max($0, next) }
            while try await desk.tick() {}
            try await carry()
        }
        props.time.withLock { $0 = moment }
        while try await desk.tick() {}
        try await carry()
    }

    /// Everything in the data folder, by where it lies.
    package func documents() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    }

    package func powerCut() async throws {
        try await desk.close()
        try await start()
    }

    /// The daemon starts, on whatever lies in its folder.
    package func start() async throws {
        props.mail.withLock { $0 = [] }
        waiting = []
        opened = try DeskStage.open(folder, disk, curriculum, house, props)
        try await desk.finishForgetting()
        try await desk.scan()
        try await carry()
    }

    package func redeliver() async throws {
        guard let last = batches.last else { return }
        try await hand(last)
    }

    /// All that ever came from the platform comes once more, in order.
    package func redeliverAll() async throws {
        for batch in batches { try await hand(batch) }
    }

    package func findings() throws -> [Audit.Finding] {
        var audit = Audit(store: opened.folder.store, keyring: opened.folder.keyring)
        try audit.run()
        return audit.findings
    }

    package func heard(expecting count: Int) async throws -> [Heard] {
        defer { news = [] }
        return news
    }

    struct Missing: Error, CustomStringConvertible {
        let what: String
        var description: String { what }
    }
}

extension DeskStage {
    private func incoming(_ event: Incoming.Event, of person: String) -> Incoming {
        updates += 1
        return Incoming(
            id: updates, from: address(of: person),
            sender: .init(name: Hushed(person), language: languages[person] ?? "en"),
            event: event)
    }

    package func address(of person: String) -> Address {
        if people[person] == nil { people[person] = Int64(7_000 + people.count) }
        return Address(platform: "rehearsal", chat: String(people[person] ?? 0))
    }

    private func deliver(_ events: [Incoming.Event], of person: String) async throws {
        let items = events.map { incoming($0, of: person) }
        try await take(Batch(items: items, next: Cursor(updates + 1)))
    }

    private func take(_ batch: Batch) async throws {
        batches.append(batch)
        try await hand(batch)
    }

    private func hand(_ batch: Batch) async throws {
        try await desk.take(batch, on: "rehearsal")
        try await carry()
    }

    private static func open(
        _ folder: URL, _ disk: Disk, _ curriculum: Curriculum, _ house: House, _ props: Props
    ) throws -> Opened {
        let opened = try DataFolder(.init(data: folder.path, keys: folder.keys.path), disk: disk)
        let desk = try Desk(
            cabinet: Cabinet(store: opened.store, keyring: opened.keyring), curriculum: curriculum,
            house: house,
            clock: Clock(
                isAgreed: { props.isTimeAgreed.withLock { $0 } }, now: { props.now }),
            chance: props.chance, alarm: Alarm(),
            log: Logger(label: "rehearsal") { _ in SwiftLogNoOpLogHandler() },
            link: { "https://t.me/rehearsal_bot?start=\($0)" },
            owe: { owed in props.mail.withLock { $0 += owed } })
        return Opened(desk: desk, folder: opened)
    }
}
