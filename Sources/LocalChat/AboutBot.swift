/// Methods about the bot itself: who it is, its webhook, its commands.
extension Platform {
    var me: JSON {
        guard case .object(let members) = botJSON else { return botJSON }
        return .object(
            members + [
                JSON.Member("can_join_groups", true),
                JSON.Member("can_read_all_group_messages", false),
                JSON.Member("supports_inline_queries", false),
                JSON.Member("can_connect_to_business", false),
                JSON.Member("has_main_web_app", false),
            ])
    }

    var webhookInfo: JSON {
        [
            "url": .string(webhook ?? ""), "has_custom_certificate": false,
            "pending_update_count": .int(Int64(queue.count)),
        ]
    }

    /// Only sets the flag that forbids polling: nothing is ever called.
    func setWebhook(_ arguments: Arguments) -> JSON {
        let url = arguments.text("url")
        webhook = url.isEmpty ? nil : url
        return true
    }

    func deleteWebhook(_ arguments: Arguments) -> JSON {
        webhook = nil
        if arguments.flag("drop_pending_updates") { queue.clear() }
        return true
    }

    func setMyCommands(_ arguments: Arguments) throws(Refusal) -> JSON {
        let place = try CommandBook.place(in: arguments)
        let list = try CommandBook.read(from: arguments)
        try commands.set(list, scope: place.scope, language: place.language)
        touchAll()
        return true
    }

    func getMyCommands(_ arguments: Arguments) throws(Refusal) -> JSON {
        let place = try CommandBook.place(in: arguments)
        return .array(commands.list(scope: place.scope, language: place.language).map(\.json))
    }

    func deleteMyCommands(_ arguments: Arguments) throws(Refusal) -> JSON {
        let place = try CommandBook.place(in: arguments)
        try commands.set([], scope: place.scope, language: place.language)
        touchAll()
        return true
    }

    /// The menu may have changed in every chat.
    private func touchAll() {
        let version = nextVersion()
        for chat in chats.keys {
            chats[chat]?.version = version
            watchers.wake(chat)
        }
    }
}
