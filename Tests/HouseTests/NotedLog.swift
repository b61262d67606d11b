import Logging
import Synchronization

/// All that the daemon logs, at every level, as one line each.
final class NotedLog: Sendable {
    private let noted = Mutex<[String]>([])

    var lines: [String] { noted.withLock { $0 } }

    var logger: Logger {
        var logger = Logger(label: "house") { _ in Handler(log: self) }
        logger.logLevel = .trace
        return logger
    }

    func lines(_ level: Logger.Level) -> [String] {
        lines.filter { $0.hasPrefix("\(level): ") }
    }

    fileprivate func note(_ line: String) { noted.withLock { $0.append(line) } }

    private struct Handler: LogHandler {
        let log: NotedLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        init(log: NotedLog) { self.log = log }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let facts = metadata.merging(event.metadata ?? [:]) { $1 }
                .map { "\($0.key)=\($0.value)" }.sorted()
            let error = event.error.map { ["\($0)"] } ?? []
            log.note(
                (["\(event.level): \(event.message)"] + facts + error).joined(separator: " "))
        }
    }
}
