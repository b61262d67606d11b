import ArgumentParser
import Foundation
import Rhythm

/// `talkaboutit check`: everything that would keep the bot from running, found before it runs.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with the settings and this computer, and what to do.",
        discussion: "Changes nothing. Ends with 0 if the bot can run, and with 1 if not.")

    @OptionGroup var config: ConfigOption

    func run() async throws {
        let findings = await Checkup(
            now: Date().timeIntervalSince1970, zonesArePresent: Zone.rulesArePresent,
            askPlatform: askPlatform, askHomeServer: askHomeServer
        ).findings(configFile: config.file, environment: ProcessInfo.processInfo.environment)
        for finding in findings { Terminal.say(finding.description) }
        if findings.contains(where: { $0.severity == .mistake }) { throw ExitCode.failure }
    }
}
