/// The bot's commands, by whom they are for and in which language.
struct CommandBook: Sendable {
    struct Command: Sendable, Equatable {
        let name: String
        let description: String

        var json: JSON {
            ["command": .string(name), "description": .string(description)]
        }
    }

    private struct Key: Hashable {
        let scope: String
        let language: String
    }

    static let maximumCommands = 100
    static let maximumLists = 1_000
    private var lists: [Key: [Command]] = [:]

    /// Sets the list of one scope and language; an empty one removes it.
    mutating func set(_ commands: [Command], scope: String, language: String) throws(Refusal) {
        guard lists.count < Self.maximumLists else { throw .bad("too many command lists") }
        lists[Key(scope: scope, language: language)] = commands.isEmpty ? nil : commands
    }

    /// Exactly this scope's and language's list.
    func list(scope: String, language: String) -> [Command] {
        lists[Key(scope: scope, language: language)] ?? []
    }

    /// What a person's menu shows: the narrowest scope first, their language before none.
    func menu(chat: Int64, language: String?) -> [Command] {
        for scope in ["chat:\(chat)", "all_private_chats", "default"] {
            for language in [language?.prefix(2).lowercased() ?? "", ""] {
                let list = list(scope: scope, language: language)
                if !list.isEmpty { return list }
            }
        }
        return []
    }

    /// Reads and checks `commands`.
    static func read(from arguments: Arguments) throws(Refusal) -> [Command] {
        let json = try arguments.json("commands", orRefuse: "can't parse commands JSON object")
        guard let items = json?.items else { throw .bad("expected an Array of BotCommand") }
        guard items.count <= maximumCommands else { throw .bad("BOT_COMMANDS_TOO_MUCH") }
        var result: [Command] = []
        for item in items {
            guard let name = item["command"]?.text, let text = item["description"]?.text else {
                throw .bad("can't parse BotCommand: wrong or absent fields")
            }
            let command = name.hasPrefix("/") ? String(name.dropFirst()) : name
            let isWritten = command.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= byte
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte
            }
            guard isWritten, (1...32).contains(command.utf8.count) else {
                throw .bad("BOT_COMMAND_INVALID")
            }
            guard (1...256).contains(text.utf16.count) else {
                throw .bad("BOT_COMMAND_DESCRIPTION_INVALID")
            }
            result.append(Command(name: command, description: text))
        }
        return result
    }

    /// Reads `scope` as one short text and checks `language_code`.
    static func place(
        in arguments: Arguments
    ) throws(Refusal) -> (scope: String, language: String) {
        let json = try arguments.json("scope", orRefuse: "can't parse BotCommandScope JSON object")
        let kind = json?["type"]?.text ?? "default"
        let known = [
            "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat",
            "chat_administrators", "chat_member",
        ]
        guard known.contains(kind) else {
            throw .bad("can't parse BotCommandScope: Unsupported type specified")
        }
        let chat = json?["chat_id"]?.number
        let language = arguments.text("language_code")
        guard language.isEmpty || (language.count == 2 && language == language.lowercased())
        else { throw .bad("invalid language code specified") }
        return (chat.map { "\(kind):\($0)" } ?? kind, language)
    }
}
