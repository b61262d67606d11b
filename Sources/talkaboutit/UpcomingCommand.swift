import ArgumentParser
import Desk
import Dialogue
import Foundation
import Rhythm

/// `talkaboutit upcoming`: how many cards come in each of the next hours, and never whose.
struct UpcomingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upcoming",
        abstract: "Tell how many cards come in each of the next 24 hours.",
        discussion: """
            Never whose: an hour in which fewer than \(Desk.fewest) come is passed over.
            """)

    @OptionGroup var config: ConfigOption

    func run() async throws {
        // Nothing here needs a bot token.
        let settings = try await settings(configFile: config.file, for: .localChat)
        let act = HostsAct(settings: settings, log: logger(at: settings.logLevel))
        let counts = try await act.upcoming()
        let zone = Zone(settings.zone) ?? .utc
        for line in UpcomingCommand.lines(counts, now: Clock.system().now(), zone: zone) {
            Terminal.say(line)
        }
    }

    /// A line for each hour in which some come.
    static func lines(_ counts: [Int], now: Moment, zone: Zone) -> [String] {
        let start = Moment(now.seconds / 3_600 * 3_600)
        let lines = counts.enumerated().filter { $0.element > 0 }.map { hour, count in
            "\(zone.localTime(at: start + .hours(Int64(hour)))) \(count)"
        }
        guard !lines.isEmpty else {
            return ["In none of the next 24 hours \(Desk.fewest) cards come or more."]
        }
        return ["Cards by the hour, \(zone.name):"] + lines
    }
}
