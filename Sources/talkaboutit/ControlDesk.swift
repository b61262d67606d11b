import Control
import Desk
import Glibc
import Store

/// What the host's commands ask of the running daemon, done.
struct ControlDesk: Sendable {
    let desk: Desk
    let store: Store
    /// The data folder.
    let data: String

    func perform(_ request: ControlRequest) async -> ControlService.Answer {
        do throws(StoreFault) {
            switch request {
            case .backup: return await backup()
            case .upcoming: return (.counts(try await desk.upcoming()), nil)
            case .forget(let address): return (reply(to: try await desk.forget(address)), nil)
            case .export(let address, let withKept):
                return (reply(to: try await desk.export(to: address, withKept: withKept)), nil)
            }
        } catch {
            return (error == .full ? .full : .failed, nil)
        }
    }

    private func reply(to outcome: Desk.HostsOutcome) -> ControlReply {
        switch outcome {
        case .done: .done
        case .unknown: .unknown
        case .setAside: .unreadable
        }
    }

    /// Put aside first: whoever takes it may be slow, and saving waits for nobody.
    private func backup() async -> ControlService.Answer {
        await aside { spooled() }
    }

    private func spooled() -> ControlService.Answer {
        do {
            let spool = try Spool(beginning: "\(data)/\(FolderAudit.spoolPrefix)")
            let list = ForgottenKeys.path(besides: data)
            _ = try store.backUp(with: list) { try spool.append($0) }
            return (.bytes(spool.count), spool)
        } catch let fault as StoreFault where fault.isOfOneDocument {
            return (.unreadable, nil)
        } catch {
            return (error.isOfFullDisk ? .full : .failed, nil)
        }
    }
}

extension StoreFault {
    fileprivate var isOfOneDocument: Bool {
        switch self {
        case .unreadable, .newerSchema, .setAside: true
        case .inUse, .journalDamaged, .unwritable, .batchTooLarge, .full, .notYetForgotten,
            .broken, .closed, .failed:
            false
        }
    }
}

extension Error {
    /// Whether it is for want of room that it failed.
    var isOfFullDisk: Bool {
        (self as? StoreFault) == .full
            || (self as? ControlFault).map {
                [.failed(code: ENOSPC), .failed(code: EDQUOT)].contains($0)
            }
                ?? false
    }
}

extension Settings {
    /// The socket by which commands reach the daemon.
    var controlPath: String { "\(data)/\(FolderAudit.socketName)" }
}
