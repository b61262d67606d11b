import ArgumentParser
import Foundation
import Logging

extension AsyncParsableCommand {
    /// The settings of this run. Mistakes are all shown, and end the program.
    func settings(configFile: String?, for purpose: Settings.Purpose) async throws -> Settings {
        do throws(SettingsMistakes) {
            let settings = try await Settings.read(
                configFile: configFile, environment: ProcessInfo.processInfo.environment,
                for: purpose)
            for warning in settings.warnings { Terminal.complain("warning: \(warning)") }
            return settings
        } catch {
            for warning in error.warnings { Terminal.complain("warning: \(warning)") }
            for mistake in error.mistakes { Terminal.complain("mistake: \(mistake)") }
            Terminal.complain("Nothing was started. Put the settings right and try again.")
            throw ExitCode.failure
        }
    }

    /// The program's logger: to standard error, at the level that is set.
    func logger(at level: Logger.Level) -> Logger {
        var logger = Logger(label: "talkaboutit") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }

    func checkPort(_ port: Int?) throws {
        guard let port, !(0...65_535).contains(port) else { return }
        throw ValidationError("the port must be from 0 to 65535")
    }
}
