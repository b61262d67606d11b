import Control
import Desk
import Foundation
import Messenger
import Store

@testable import LocalChat
@testable import Rehearsal
@testable import talkaboutit

/// What the host does from a terminal.
extension HouseStage {
    /// Backs up, whether or not the daemon runs.
    @discardableResult
    func backUp(
        to name: String = "backup", for recipients: [String] = [], replacing: Bool = false
    ) async throws -> FolderBackup.Report {
        let backup = FolderBackup(
            settings: settings, file: "\(folder)/\(name)", recipients: recipients,
            replaces: replacing)
        return try await aside { try backup.make() }
    }

    /// Restores into a folder that is the daemon's from its next start on.
    @discardableResult
    func restore(
        _ name: String = "backup", into data: String? = nil, by identity: String? = nil,
        _ finish: (@Sendable (String) async throws -> Void)? = nil
    ) async throws -> Int {
        if let data { settings.data = "\(folder)/\(data)" }
        let (settings, log) = (settings, log.logger)
        return try await Restoring(
            data: settings.data, file: "\(folder)/\(name)", identity: identity,
            finishForgettings: finish ?? {
                try await finishForgettings(settings, log: log, in: $0)
            }
        ).restore()
    }

    /// Looks everything through. Returns what was said, and whether all is well.
    func verify(mending: Bool = false) throws -> (isClean: Bool, said: [String]) {
        let said = Said()
        let isClean = try Verifying(
            settings: settings,
            mayMend: { question in
                said.lines.append(question)
                return mending
            }, say: { said.lines.append($0) }
        ).verify()
        return (isClean, said.lines)
    }

    private final class Said {
        var lines: [String] = []
    }

    /// Does something for somebody.
    func act(_ request: (Address) -> ControlRequest, for name: String) async throws
        -> HostsAct.Outcome
    {
        let chat = try await phone(of: name).person.chat
        let props = props
        let act = HostsAct(settings: settings, log: log.logger, clock: Clock { props.now })
        return try await act.perform(request(Address(platform: "telegram", chat: String(chat))))
    }

    func bytes(of name: String) -> [UInt8] {
        FileManager.default.contents(atPath: "\(folder)/\(name)").map(Array.init) ?? []
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
    }

    /// The names in the test's own folder.
    func names(in name: String? = nil) throws -> Set<String> {
        Set(
            try FileManager.default.contentsOfDirectory(
                atPath: name.map { "\(folder)/\($0)" } ?? folder))
    }
}
