import Curriculum
import Dialogue
import Foundation
import Rhythm

/// Looks at all that the bot needs and finds everything that is wrong at once.
struct Checkup: Sendable {
    /// Seconds since 1970, by this computer's clock.
    let now: Double
    /// Whether the rules of the world's time zones came with this program.
    let zonesArePresent: Bool
    /// Asks the platform what it thinks of the token.
    let askPlatform: @Sendable (Settings) async -> PlatformVerdict
    /// Asks the home server whether it knows the account; nil if none is set.
    var askHomeServer: @Sendable (Settings) async -> Finding? = { _ in nil }

    /// One line of the report.
    struct Finding: Equatable, Sendable, CustomStringConvertible {
        enum Severity: String, Sendable {
            case ok, warning, mistake
        }

        let severity: Severity
        let what: String

        init(_ severity: Severity, _ what: String) {
            self.severity = severity
            self.what = what
        }

        var description: String {
            severity.rawValue + String(repeating: " ", count: 9 - severity.rawValue.count) + what
        }
    }

    func findings(configFile: String?, environment: [String: String]) async -> [Finding] {
        let (settings, mistakes) = await Settings.draft(
            configFile: configFile, environment: environment)
        var findings = mistakes.map { Finding(.mistake, $0.description) }
        findings += settings.warnings.map { Finding(.warning, $0) }
        if mistakes.isEmpty {
            let source = configFile == nil ? "the environment; no config file" : "the config file"
            findings.insert(Finding(.ok, "settings, from \(source)"), at: 0)
        }
        findings += [clock, zones]
        findings += FolderCheck(path: settings.data, name: "data folder", now: now).findings
        findings += FolderCheck(path: settings.keys, name: "keys folder", now: now).findings
        findings += rounds(settings)
        findings += await platforms(settings, isSettled: mistakes.isEmpty)
        return findings
    }

    private var clock: Finding {
        // 1 November 2026, when this program was young, and the year 2100.
        guard (1_793_491_200...4_102_444_800).contains(now) else {
            return Finding(
                .mistake,
                "clock: this computer's date is wrong, so cards would come at the wrong hour;"
                    + " set it, or let systemd-timesyncd or chrony set it")
        }
        return Finding(.ok, "clock")
    }

    private var zones: Finding {
        guard zonesArePresent else {
            return Finding(
                .mistake,
                "time zones: this build came without their rules; build it anew with"
                    + " `swift build -c release`, without --static-swift-stdlib")
        }
        let whose = ZoneRules.areMachines ? "this computer's" : "the program's own"
        return Finding(.ok, "time zones, \(ZoneRules.edition), \(whose)")
    }

    /// What the bot has to say, of the program and of the host.
    private func rounds(_ settings: Settings) -> [Finding] {
        do throws(CurriculumFaults) {
            let curriculum = try Curriculum.builtIn(
                hosts: settings.rounds.map { URL(filePath: $0) })
            let own = curriculum.course.plans.count { $0.isHosts }
            return [Finding(.ok, "rounds" + (own > 0 ? ", with \(own) of your own" : ""))]
        } catch {
            return error.faults.map { Finding(.mistake, "rounds: \($0.file): \($0.what)") }
        }
    }

    private func platforms(_ settings: Settings, isSettled: Bool) async -> [Finding] {
        guard isSettled else {
            return [
                Finding(.warning, "platform: not asked, as the settings must be put right first")
            ]
        }
        let homeServer = await askHomeServer(settings)
        // Alone, a home server is enough.
        guard settings.telegram.token != nil || homeServer == nil else {
            return [homeServer].compactMap { $0 }
        }
        return [await askPlatform(settings).finding] + [homeServer].compactMap { $0 }
    }
}
