import Foundation
import Glibc
import Testing

@testable import talkaboutit

@Suite("The check")
struct CheckupTests {
    private let folder: SettingsFolder

    init() throws { folder = try SettingsFolder() }

    @Test("a sound installation has no mistakes")
    func sound() async throws {
        let findings = await findings()
        #expect(!findings.contains { $0.severity == .mistake })
        #expect(findings.map(\.what).contains("platform: it knows the bot"))
    }

    @Test("everything that is wrong is found at once, and the platform is asked only if it helps")
    func allAtOnce() async throws {
        let findings = await Checkup(now: 0, zonesArePresent: false) { _ in
            Issue.record("the platform was asked although the settings are wrong")
            return .accepted
        }.findings(
            configFile: nil,
            environment: ["TALKABOUTIT_DATA": try folder.write("x"), "TALKABOUTIT_HOUR": "late"])
        let mistakes = findings.filter { $0.severity == .mistake }.map(\.what)
        for start in [
            "TALKABOUTIT_HOUR:", "telegram.token:", "clock:", "time zones:", "data folder:",
        ] {
            #expect(mistakes.contains { $0.hasPrefix(start) }, "\(start) \(mistakes)")
        }
        #expect(mistakes.count == 5)
        #expect(!findings.contains { $0.what.contains(folder.path) })
    }

    @Test(
        "what the platform says",
        arguments: [
            (PlatformVerdict.accepted, Checkup.Finding.Severity.ok), (.tokenUnknown, .mistake),
            (.webhookSet, .mistake), (.unreachable, .mistake), (.tooManyRequests, .warning),
            (.strange, .mistake),
        ])
    func platform(verdict: PlatformVerdict, severity: Checkup.Finding.Severity) async throws {
        let last = try #require(await findings(verdict).last)
        #expect(last.severity == severity)
        #expect(last.what.hasPrefix("platform: "))
    }

    @Test("a data folder that another daemon has locked")
    func inUse() throws {
        let data = try made("data", 0o700)
        let lock = open("\(data)/.lock", O_RDWR | O_CREAT, 0o600)
        try #require(lock >= 0)
        #expect(!isMistaken(data))
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        #expect(isMistaken(data))
        close(lock)
        #expect(!isMistaken(data))
    }

    @Test("a folder that is open to others, or from the future, is warned of")
    func warnings() throws {
        let data = try made("data", 0o755)
        #expect(folderCheck(data).filter { $0.severity == .warning }.count == 1)
        let early = FolderCheck(path: data, name: "data folder", now: 1_000_000_000).findings
        #expect(early.filter { $0.severity == .warning }.count == 2)
    }

    @Test("a folder that is not there is fine if it can be made")
    func toBeMade() throws {
        #expect(!isMistaken("\(folder.path)/a/b/c"))
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/a"))
        let file = try folder.write("x", to: "file")
        #expect(isMistaken(file))
        #expect(isMistaken("\(file)/data"))
    }

    private func findings(_ verdict: PlatformVerdict = .accepted) async -> [Checkup.Finding] {
        await Checkup(now: 1_795_000_000, zonesArePresent: true) { _ in verdict }.findings(
            configFile: nil,
            environment: [
                "TALKABOUTIT_TELEGRAM_TOKEN": SettingsFolder.token,
                "TALKABOUTIT_DATA": "\(folder.path)/data",
            ])
    }

    private func folderCheck(_ path: String) -> [Checkup.Finding] {
        FolderCheck(path: path, name: "data folder", now: Date().timeIntervalSince1970).findings
    }

    private func isMistaken(_ path: String) -> Bool {
        folderCheck(path).contains { $0.severity == .mistake }
    }

    private func made(_ name: String, _ mode: Int) throws -> String {
        let path = "\(folder.path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: mode])
        return path
    }
}
