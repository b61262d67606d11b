import ArgumentParser

/// `talkaboutit settings`: every setting there is, as the README shows them.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "List every setting, its variable and what it is for.")

    func run() {
        Terminal.say(Setting.table)
    }
}
