import Wire

extension BotCall {
    static let identify = BotCall("getMe", [], floodReach: .everywhere)
    static let webhookInfo = BotCall("getWebhookInfo", [], floodReach: .here)
    /// Waiting updates are kept: to drop them is never asked for.
    static let deleteWebhook = BotCall("deleteWebhook", [], floodReach: .here)

    static func commands(language: String?) -> BotCall {
        BotCall("getMyCommands", inLanguage(language), floodReach: .here)
    }

    static func setCommands(_ commands: [BotCommand], language: String?) -> BotCall {
        BotCall(
            "setMyCommands",
            [("commands", .list(commands.map(\.json)))] + inLanguage(language),
            floodReach: .here)
    }

    private static func inLanguage(_ language: String?) -> [(String, JSONValue)] {
        language.map { [("language_code", .text($0))] } ?? []
    }
}

/// One line of the menu a person sees in the chat.
struct BotCommand: Decodable, Equatable {
    let command: String
    let description: String

    /// `a–z 0–9 _`, 1–32 of them, and a description of 1–256 characters.
    var isAllowed: Bool {
        (1...32).contains(command.utf8.count)
            && command.utf8.allSatisfy { isNameByte($0) && !(0x41...0x5A).contains($0) }
            && (1...256).contains(description.utf16.count)
    }

    var json: JSONValue {
        .object([("command", .text(command)), ("description", .text(description))])
    }
}
