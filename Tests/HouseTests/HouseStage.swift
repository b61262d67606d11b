import Curriculum
import Desk
import Dialogue
import Foundation
import Logging
import Messenger
import Telegram
import Testing

@testable import LocalChat
@testable import Rehearsal
@testable import Store
@testable import talkaboutit

/// The whole house: desk, listener, courier, clockwork, real files, the Telegram adapter and
/// libcurl, and the chat platform over loopback. Only the clock is turned by hand, and pauses are
/// a hundred times shorter.
final class HouseStage: Rehearsal.Stage, @unchecked Sendable {
    // Unchecked: one test plays on one stage, from one task.
    let chat: LocalChat
    let props: Props
    let log = NotedLog()
    let bell = Bell()
    let folder: String
    /// What the next daemon is started with.
    var settings: Settings
    private(set) var running: RunningDaemon?
    private(set) var phones: [String: Phone] = [:]
    private(set) var networkIsUp = true
    private let rested = Rested()
    private var base = ""
    private var code: String?

    static let firstUpdate: Int64 = 5_000_000

    /// Plays on a house of its own, and looks at its end that the log holds nothing it mustn't.
    static func play(
        startsDaemon: Bool = true, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: (HouseStage) async throws -> Void
    ) async throws {
        let stage = try HouseStage()
        let platform = Task { try await stage.chat.run() }
        stage.base = try await stage.chat.baseAddress()
        do {
            if startsDaemon { try stage.start() }
            try await body(stage)
        } catch {
            Issue.record(error, sourceLocation: sourceLocation)
        }
        await stage.chat.endTroubles()
        if let running = stage.running, !running.hasEnded { await running.die() }
        platform.cancel()
        _ = await platform.result
        stage.expectDiscretion(sourceLocation)
    }

    private init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "house-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
        self.folder = folder
        let props = Props(start: .scriptStart, seed: 1)
        self.props = props
        settings = Settings(
            data: "\(folder)/data", keys: "\(folder)/data.keys",
            telegram: .init(
                token: try BotToken(SettingsFolder.token), server: .telegram,
                deleteWebhook: false, proxy: nil, sendsPerSecond: 0, pollSeconds: 50),
            host: .init(name: nil, role: .other), zone: "Europe/Berlin",
            hour: LocalTime(minutesAfterMidnight: 19 * 60), language: "en", logLevel: .trace,
            localChat: .init(port: 0, token: nil, controlToken: nil))
        chat = try LocalChat(
            configuration: .init(
                botToken: SettingsFolder.token, botUsername: "rehearsal_bot",
                clock: { Double(props.now.seconds) }, firstUpdateID: HouseStage.firstUpdate))
    }

    deinit {
        // A folder that stays behind is only a temporary one.
        try? FileManager.default.removeItem(atPath: folder)
    }

    var now: Moment { props.now }
    var dataFolder: String? { settings.data }

    /// How long the daemon rested, each length once.
    var rests: Set<Duration> { rested.all }

    /// Behind a lock that the thread sanitizer knows.
    private final class Rested: @unchecked Sendable {
        private let lock = NSLock()
        private var durations: Set<Duration> = []

        func insert(_ duration: Duration) { lock.withLock { _ = durations.insert(duration) } }

        var all: Set<Duration> { lock.withLock { durations } }
    }

    /// Starts the daemon on what is in the folder.
    func start() throws { running = try opened() }

    /// Another daemon on the same folder.
    func opened() throws -> RunningDaemon {
        let power = PowerSwitch(bell: bell)
        return RunningDaemon(
            try assembled(on: power), power: power, bell: bell, log: log.logger)
    }

    /// A daemon that isn't started.
    func assembled(on power: PowerSwitch? = nil) throws -> Daemon {
        guard let token = settings.telegram.token else { throw Stop("no token") }
        let (props, rested) = (props, rested)
        return try Daemon(
            settings, curriculum: .shared(), token: token,
            server: base.isEmpty ? .telegram : BotServer(base),
            host: .other(name: nil), platformName: "Telegram",
            opened: DataFolder(settings, disk: power?.disk ?? .real),
            time: .init(Clock { props.now }), chance: props.chance,
            tempo: Tempo { duration in
                rested.insert(duration)
                // Cancelled is just the end of the rest.
                try? await Task.sleep(for: duration / 100)
            }, log: log.logger)
    }

    /// Stopped as by a signal, and started again.
    func restart() async throws {
        try await running?.stop()
        try start()
    }

    func powerCut() async throws {
        await running?.die()
        try start()
    }

    func network(isUp: Bool) async throws {
        networkIsUp = isUp
        guard !isUp else { return await chat.endTroubles() }
        let calls = await chat.calls().count
        await chat.trouble(.init(.resetBefore, on: "*", times: nil))
        await chat.platform.releasePoll()
        try await until { await self.chat.calls().dropFirst(calls).contains { $0.status == 0 } }
    }

    func redeliver() async throws {
        await chat.trouble(.init(.repeatedUpdates, on: "getUpdates"))
        await chat.platform.releasePoll()
        try await until {
            let isAhead = await self.chat.platform.switchboard.troubles.contains {
                $0.kind == .repeatedUpdates
            }
            return !isAhead
        }
        try await untilPolling()
    }

    func invitation() async -> String? { code }

    func heard(expecting count: Int) async throws -> [Heard] {
        try await settle()
        var heard = await look()
        // Calm for a moment isn't the end while something is still expected: after a power cut
        // the platform lets a first poll wait.
        let deadline = ContinuousClock.now + HouseStage.patience
        while heard.count < count, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(2))
            try await settle()
            heard += await look()
        }
        return heard
    }

    /// What is new on all phones.
    func look() async -> [Heard] {
        var heard: [Heard] = []
        for name in phones.keys.sorted() {
            guard var phone = phones[name],
                let (state, files) = await chat.platform.seen(in: phone.person.chat)
            else { continue }
            heard += phone.look(at: state) { files[$0] ?? [] }
            phones[name] = phone
        }
        for line in heard { code = line.text.invitationCode ?? code }
        return heard
    }

    func phone(of name: String) async throws -> Phone {
        if let phone = phones[name] { return phone }
        let known = ["Ada": 5_000_000_001, "Ben": 5_000_000_002] as [String: Int64]
        let phone = Phone(person: try await chat.person(named: name, chat: known[name]))
        phones[name] = phone
        return phone
    }

    func change(_ name: String, _ body: (inout Phone) -> Void) {
        if var phone = phones[name] {
            body(&phone)
            phones[name] = phone
        }
    }
}

extension Platform {
    /// A chat, and the bytes of the files in it.
    fileprivate func seen(in id: Int64) -> (Chat, [String: [UInt8]])? {
        guard let chat = chats[id] else { return nil }
        var bytes: [String: [UInt8]] = [:]
        for message in chat.messages {
            if case .file(let file, _) = message.content { bytes[file.id] = files.bytes(file.id) }
        }
        return (chat, bytes)
    }
}

extension String {
    fileprivate var invitationCode: String? {
        guard let range = firstRange(of: "?start=") else { return nil }
        return String(self[range.upperBound...].prefix { $0.isLetter || $0.isNumber })
    }
}
