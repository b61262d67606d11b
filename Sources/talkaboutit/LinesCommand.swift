import ArgumentParser

/// `talkaboutit lines`: the telephone lines that /help and /safe name.
struct LinesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lines",
        abstract: "List the help lines that the bot names, or confirm one that you looked up.",
        discussion: """
            They come with the program as not checked by anybody. Open a line's own page, see \
            that its number is still the same, then: talkaboutit lines confirm
            """,
        subcommands: [LinesListCommand.self, LinesConfirmCommand.self],
        defaultSubcommand: LinesListCommand.self)
}
