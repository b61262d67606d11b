import Control
import Desk
import Foundation
import Glibc
import Store

/// A command's way to the data folder: through the daemon that works in it, or, while none does,
/// by its own hand.
enum FolderDoor: Sendable {
    case daemon(ControlClient)
    case folder(DataFolder)

    /// - Throws: what a person must do, as a ``Stop``.
    init(_ settings: Settings) throws {
        try FolderDoor.checkOwner(settings.data)
        // One that has only just started takes the lock before it listens; on a slow machine, and
        // with many couples, what it does between takes seconds.
        for _ in 0..<FolderDoor.tries {
            if let open = try FolderDoor.open(settings) {
                self = open
                return
            }
            usleep(FolderDoor.pause)
        }
        throw Stop(
            "A daemon works in this data folder and can't be reached by commands: stop it, then"
                + " try again.")
    }

    private static let tries = 200
    /// In microseconds.
    private static let pause: UInt32 = 100_000

    /// Nil if a daemon is there and doesn't listen.
    private static func open(_ settings: Settings) throws -> FolderDoor? {
        do throws(ControlFault) {
            return .daemon(try ControlClient(path: settings.controlPath))
        } catch {
            // Nobody listens: the lock tells whether anybody is there.
            guard error == .absent || error == .pathTooLong else { throw Stop(error) }
        }
        do {
            return .folder(try DataFolder(settings.places))
        } catch let fault as StoreFault {
            if fault == .inUse { return nil }
            throw Stop(fault)
        } catch let fault as KeyringFault {
            throw Stop(fault)
        }
    }

    /// A folder of somebody else's would be left with files that its daemon can't read.
    static func checkOwner(_ data: String) throws {
        var status = stat()
        guard stat("\(data)/.lock", &status) == 0 || errno == EACCES else {
            throw Stop("The bot never ran with this data folder: is `data` set as it is for run?")
        }
        guard access(data, R_OK | W_OK | X_OK) == 0, status.st_uid == geteuid() else {
            throw Stop(
                "The data folder belongs to another user of this computer: run this command as"
                    + " the user who runs the bot.")
        }
    }
}

extension Stop {
    init(_ fault: ControlFault) {
        switch fault {
        case .absent: self.init("No daemon runs on this data folder.")
        case .pathTooLong:
            self.init("The data folder's path is too long for commands to a running daemon.")
        case .foreign:
            self.init(
                "The daemon belongs to another user of this computer: run this command as the"
                    + " user who runs the bot.")
        case .late: self.init("The daemon didn't answer in time: look at its log, then try again.")
        case .cut:
            self.init("The daemon stopped before it had answered: start it, then try again.")
        case .malformed:
            self.init("The daemon is of another version than this command: restart it.")
        case .failed(let code): self.init("The daemon can't be reached (error \(code)).")
        }
    }

    /// What the daemon said instead of doing it.
    init(_ reply: ControlReply) {
        switch reply {
        case .unreadable:
            self.init(
                "A file in the data folder can't be read, so nothing was done. Stop the bot and"
                    + " run `talkaboutit verify`.")
        case .full:
            self.init(
                "The disk is full, or too many files are open, so nothing was done. Make room, then try again."
            )
        case .failed:
            self.init("The daemon couldn't do it, and nothing was done: look at its log.")
        case .busy: self.init("The daemon answers other commands: try again in a minute.")
        case .done, .unknown, .malformed, .bytes, .counts: self.init(ControlFault.malformed)
        }
    }
}
