import Foundation
import Glibc
import Logging
import Messenger
import ServiceLifecycle
import Synchronization

@testable import Control

/// A daemon's end of the socket, at work in a folder of its own.
final class ControlStage: Sendable {
    typealias Perform = @Sendable (ControlRequest) async -> ControlService.Answer

    let folder: String
    let heard = Mutex<[ControlRequest]>([])
    let logged = Mutex<[String]>([])
    private let group: Mutex<ServiceGroup?> = Mutex(nil)

    var path: String { "\(folder)/.control" }

    init() throws {
        folder =
            FileManager.default.temporaryDirectory
            .appending(path: "control-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
    }

    deinit {
        // A folder that stays behind is only a temporary one.
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs it while `body` runs, and stops it as a signal does.
    func serve(
        at path: String? = nil, patience: ControlService.Patience = .init(),
        answering perform: @escaping Perform = {
            _ in
            (.done, nil)
        },
        _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        let log = Logger(label: "control") { _ in Noting(stage: self) }
        let service = ControlService(
            path: path ?? self.path, patience: patience, log: log,
            perform: { request in
                self.heard.withLock { $0.append(request) }
                return await perform(request)
            })
        let group = ServiceGroup(
            configuration: .init(
                services: [service],
                logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }))
        let running = Task { try await group.run() }
        do {
            try await body()
        } catch {
            await group.triggerGracefulShutdown()
            try await running.value
            throw error
        }
        await group.triggerGracefulShutdown()
        try await running.value
    }

    /// A client, once the daemon listens.
    func client() async throws -> ControlClient {
        let path = path
        let deadline = ContinuousClock.now + .seconds(20)
        while true {
            do throws(ControlFault) {
                return try ControlClient(path: path)
            } catch {
                guard error == .absent, ContinuousClock.now < deadline else { throw error }
                await Task.yield()
            }
        }
    }

    func ask(_ request: ControlRequest) async throws -> ControlReply {
        try await client().answer(to: request).get()
    }

    /// A bare end of the socket, for those who don't keep to the protocol.
    func stranger() async throws -> Connection {
        _ = try await ask(.backup)
        let file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard let address = SocketAddress(path: path),
            address.used(by: { connect(file, $0, $1) }) == 0
        else { throw ControlFault.absent }
        return Connection(file)
    }

    /// All that comes, on a thread that may wait.
    func all(from guest: Connection) async -> Result<String, ControlFault> {
        await aside {
            Result { () throws(ControlFault) in
                var bytes: [UInt8] = []
                let deadline = ContinuousClock.now + .seconds(20)
                while true {
                    let part = try guest.read(atMost: 1_024, until: deadline)
                    if part.isEmpty { break }
                    bytes += part
                }
                return String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    /// These bytes, as the daemon gives them; without room for them a failure is told.
    func answer(_ bytes: [UInt8]) -> ControlService.Answer {
        do throws(ControlFault) {
            let spool = try Spool(beginning: folder + "/.spool-")
            try spool.append(bytes)
            return (.bytes(spool.count), spool)
        } catch {
            return (.failed, nil)
        }
    }

    /// Whether the daemon ends this, while nothing of what it says is taken.
    func hangsUp(on guest: Connection) async -> Bool {
        await aside {
            var question = pollfd(fd: guest.file, events: 0, revents: 0)
            return poll(&question, 1, 20_000) == 1
        }
    }

    /// Says a byte every tenth of a second until the daemon ends it. Returns how many it heard.
    func drip(on guest: Connection, most: Int) async -> Int {
        await aside {
            var question = pollfd(fd: guest.file, events: 0, revents: 0)
            for count in 0..<most {
                if poll(&question, 1, 100) == 1 { return count }
                do throws(ControlFault) {
                    try guest.write([0x61], until: .now + .seconds(5))
                } catch {
                    return count
                }
            }
            return most
        }
    }

    private struct Noting: LogHandler {
        let stage: ControlStage
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        init(stage: ControlStage) { self.stage = stage }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            stage.logged.withLock {
                $0.append("\(event.level): \(event.message) \(event.metadata ?? [:])")
            }
        }
    }
}
