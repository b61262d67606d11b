package import Logging
import ServiceLifecycle

/// Hears the host's commands on a socket in the data folder, and answers each once.
///
/// Nothing that a client does or leaves undone keeps the daemon waiting: lines are short, every
/// wait ends, few are heard at once, and none of it happens on the daemon's own threads.
package struct ControlService: Service {
    /// What is answered, and the bytes that follow.
    package typealias Answer = (reply: ControlReply, bytes: Spool?)

    /// How long somebody may take.
    package struct Patience: Sendable {
        /// To say what they want.
        package var request = Duration.seconds(5)
        /// To take the next part of the answer.
        package var part = Duration.seconds(30)

        package init() {}
    }

    private let path: String
    private let patience: Patience
    private let log: Logger
    private let perform: @Sendable (ControlRequest) async -> Answer
    private let guests = Guests()

    /// - Parameter perform: does what is asked. What it returns is told.
    package init(
        path: String, patience: Patience = Patience(), log: Logger,
        perform: @escaping @Sendable (ControlRequest) async -> Answer
    ) {
        self.path = path
        self.patience = patience
        self.log = log
        self.perform = perform
    }

    package func run() async throws {
        let listener: ControlListener
        do throws(ControlFault) {
            listener = try ControlListener(path: path)
        } catch {
            complain(error)
            // Cancelled is just the end of it.
            try? await gracefulShutdown()
            return
        }
        let (arrivals, door) = AsyncStream.makeStream(of: Connection.self)
        async let accepting: Void = aside {
            listener.accept { guest in door.yield(guest) }
            door.finish()
        }
        await withTaskCancellationOrGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                for await guest in arrivals {
                    group.addTask { await attend(guest) }
                }
            }
        } onCancelOrGracefulShutdown: {
            listener.stop()
            guests.hangUp()
        }
        await accepting
    }

    private func complain(_ fault: ControlFault) {
        if fault == .pathTooLong {
            log.warning(
                "The data folder's path is too long for a socket: stop the daemon for commands.")
        } else {
            log.warning(
                "Commands can't reach this daemon: stop it for them.",
                metadata: ["fault": "\(fault)"])
        }
    }

    private func attend(_ guest: Connection) async {
        defer { guest.hangUp() }
        // Who may not even look at the folder came by some other way.
        guard guest.peer == ownUser else {
            return log.warning("A command of another user of this computer was refused.")
        }
        guard guests.admit(guest) else { return await answer(guest, (.busy, nil)) }
        defer { guests.dismiss(guest) }
        let deadline = ContinuousClock.now + patience.request
        let line = await aside {
            Result { () throws(ControlFault) in
                try guest.readLine(atMost: ControlRequest.longest, until: deadline)
            }
        }
        switch line {
        case .success(let line):
            let request = ControlRequest(line: line)
            await answer(guest, request == nil ? (.malformed, nil) : perform(request))
        case .failure(.malformed): await answer(guest, (.malformed, nil))
        case .failure(.absent), .failure(.pathTooLong), .failure(.foreign), .failure(.late),
            .failure(.cut), .failure(.failed):
            break
        }
    }

    private func perform(_ request: ControlRequest?) async -> Answer {
        guard let request else { return (.malformed, nil) }
        return await perform(request)
    }

    /// What a client doesn't take is lost to it alone: what was asked for is done.
    private func answer(_ guest: Connection, _ answer: Answer) async {
        let patience = patience
        await aside {
            // Whoever went or was too slow gets no more.
            _ = Result { () throws(ControlFault) in
                try guest.write((answer.reply.line + "\n").utf8, until: .now + patience.part)
                guard let bytes = answer.bytes else { return }
                var done = 0
                while done < bytes.count {
                    let part = try bytes.read(at: done, atMost: 64 << 10)
                    try guest.write(part, until: .now + patience.part)
                    done += part.count
                }
            }
        }
    }
}
