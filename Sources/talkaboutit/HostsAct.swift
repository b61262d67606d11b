import Control
import Desk
import Dialogue
import Foundation
import Logging
import Messenger
import Store

/// What the host does for somebody, by the running daemon or, while none runs, in the folder
/// itself: what is owed then is sent at the next start.
struct HostsAct {
    let settings: Settings
    let log: Logger
    /// Of the folder's own desk; a daemon has its own.
    var clock = Clock.system()

    enum Outcome: Equatable {
        /// The running daemon did it.
        case done
        /// It is done, and what is owed waits for the next start.
        case waiting
        /// Nobody is known by this address.
        case unknown
    }

    /// - Throws: what a person must do, as a ``Stop``: then nothing was done.
    func perform(_ request: ControlRequest) async throws -> Outcome {
        let settings = settings
        switch try await aside({ Result { try FolderDoor(settings) } }).get() {
        case .daemon(let client):
            let reply: ControlReply
            do throws(ControlFault) {
                reply = try await client.answer(to: request).get()
            } catch {
                throw Stop(error)
            }
            switch reply {
            case .done: return .done
            case .unknown: return .unknown
            case .unreadable, .full, .failed, .malformed, .busy, .bytes, .counts:
                throw Stop(reply)
            }
        case .folder(let folder):
            let desk = try desk(on: folder)
            do throws(StoreFault) {
                try await desk.finishForgetting()
                let outcome = try await outcome(of: request, by: desk)
                try await desk.close()
                if let outcome { return outcome }
            } catch {
                throw Stop(error)
            }
            throw Stop(ControlReply.unreadable)
        }
    }

    /// How many cards come in each of the next hours.
    func upcoming() async throws -> [Int] {
        let settings = settings
        switch try await aside({ Result { try FolderDoor(settings) } }).get() {
        case .daemon(let client):
            let reply: ControlReply
            do throws(ControlFault) {
                reply = try await client.answer(to: .upcoming).get()
            } catch {
                throw Stop(error)
            }
            guard case .counts(let counts) = reply else { throw Stop(reply) }
            return counts
        case .folder(let folder):
            let desk = try desk(on: folder)
            do throws(StoreFault) {
                let counts = try await desk.upcoming()
                try await desk.close()
                return counts
            } catch {
                throw Stop(error)
            }
        }
    }

    /// Nil if the files of their couple can't be read.
    private func outcome(
        of request: ControlRequest, by desk: Desk
    ) async throws(StoreFault) -> Outcome? {
        let outcome: Desk.HostsOutcome
        switch request {
        case .backup, .upcoming: return .unknown
        case .forget(let address): outcome = try await desk.forget(address)
        case .export(let address, let withKept):
            outcome = try await desk.export(to: address, withKept: withKept)
        }
        switch outcome {
        case .done: return .waiting
        case .unknown: return .unknown
        case .setAside: return nil
        }
    }

    /// A desk that hears nobody and sends nothing.
    func desk(on folder: DataFolder) throws -> Desk {
        do {
            return try Desk(
                cabinet: Cabinet(store: folder.store, keyring: folder.keyring),
                curriculum: content(settings),
                house: House(
                    host: settings.host.asTold, platform: "Telegram",
                    consentVersion: Daemon.consentVersion,
                    zone: settings.zone, hour: settings.hour),
                clock: clock, chance: .system, alarm: Alarm(), log: log,
                // Nobody is invited here.
                link: { $0 }, owe: { _ in })
        } catch let fault as StoreFault {
            throw Stop(fault)
        }
    }
}
