/// One Bot API call from its name to its answer, with the troubles on the way.
extension Platform {
    /// Carries out a call. Method names are taken in any case, as the real server does.
    func call(_ method: String, _ arguments: Arguments) async -> Reply {
        let strikes = switchboard.strike(method: method, chat: arguments.number("chat_id"))
        let reply = await struck(by: strikes, method, arguments)
        journal.note(
            method, arguments.summary, status: reply.status, refusal: reply.refusal,
            at: now)
        return reply
    }

    private func struck(
        by strikes: [LocalChat.Trouble.Kind], _ method: String, _ arguments: Arguments
    ) async -> Reply {
        for strike in strikes {
            if case .delay(let time) = strike {
                await pause(for: .milliseconds(time))
            }
        }
        for strike in strikes {
            if let reply = Self.instead(of: strike) { return reply }
        }
        if let reply = beyondLimits(method, arguments) { return reply }
        let again = strikes.contains(.repeatedUpdates)
        var reply = await answer(to: method, arguments, again: again)
        for strike in strikes { Self.spoil(&reply, by: strike) }
        return reply
    }

    /// The refusal of a message for which there is no room now.
    private func beyondLimits(_ method: String, _ arguments: Arguments) -> Reply? {
        guard let chat = arguments.number("chat_id"), method.lowercased().hasPrefix("send") else {
            return nil
        }
        let (seconds, attoseconds) = (ContinuousClock.now - Self.beginning).components
        let now = Double(seconds) + Double(attoseconds) / 1e18
        return limits?.take(for: chat, now: now).flatMap {
            Self.instead(of: .tooManyRequests(retryAfterSeconds: $0))
        }
    }

    /// From now on no more messages are taken than that.
    func take(atMost limits: LocalChat.Limits?) { self.limits = limits.map { RateLimits($0) } }

    private static let beginning = ContinuousClock.now

    /// What is answered without carrying the call out.
    private static func instead(of strike: LocalChat.Trouble.Kind) -> Reply? {
        switch strike {
        case .tooManyRequests(let seconds):
            let text = seconds.map { "Too Many Requests: retry after \($0)" }
            return .refused(
                Refusal(429, text ?? "Too Many Requests", retryAfterSeconds: seconds))
        case .status(let status, let html):
            if html { return .page(status: status) }
            return .refused(Refusal(status, words[status] ?? "Internal Server Error"))
        case .refusal(let code, let description): return .refused(Refusal(code, description))
        case .resetBefore: return .reset
        case .delay, .resetAfter, .cut, .garbage, .repeatedUpdates, .lostPress: return nil
        }
    }

    /// What becomes of the answer to a call that was carried out.
    private static func spoil(_ reply: inout Reply, by strike: LocalChat.Trouble.Kind) {
        switch strike {
        case .resetAfter: reply = .reset
        case .cut(let bytes): reply.ending = .cut(bytes: min(bytes, reply.body.count))
        case .garbage: reply.body = Array("{\"ok\":tru".utf8)
        case .delay, .tooManyRequests, .status, .refusal, .resetBefore, .repeatedUpdates,
            .lostPress:
            break
        }
    }

    private static let words = [
        400: "Bad Request", 401: "Unauthorized", 403: "Forbidden: bot was blocked by the user",
        404: "Not Found", 409: Refusal.otherPoller.description, 413: "Request Entity Too Large",
        429: "Too Many Requests: retry after 5", 500: "Internal Server Error: restart",
        502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
    ]

    private func answer(to method: String, _ arguments: Arguments, again: Bool) async -> Reply {
        let name = method.lowercased()
        if name == "getupdates" { return await poll(arguments, again: again) }
        do {
            guard let result = try result(of: name, arguments) else {
                return .refused(.notFound)
            }
            return .result(result)
        } catch {
            return .refused(error)
        }
    }

    /// The result of a method by its lower-case name; nil if there is no such method.
    private func result(of name: String, _ arguments: Arguments) throws(Refusal) -> JSON? {
        switch name {
        case "getme": me
        case "getwebhookinfo": webhookInfo
        case "setwebhook": setWebhook(arguments)
        case "deletewebhook": deleteWebhook(arguments)
        case "setmycommands": try setMyCommands(arguments)
        case "getmycommands": try getMyCommands(arguments)
        case "deletemycommands": try deleteMyCommands(arguments)
        case "sendmessage": try sendMessage(arguments)
        case "sendvoice": try sendFile(.voice, arguments)
        case "sendphoto": try sendFile(.photo, arguments)
        case "senddocument": try sendFile(.document, arguments)
        case "sendchataction": try sendChatAction(arguments)
        case "editmessagetext": try editMessageText(arguments)
        case "editmessagereplymarkup": try editMessageReplyMarkup(arguments)
        case "deletemessage": try deleteMessage(arguments)
        case "answercallbackquery": try answerCallbackQuery(arguments)
        case "getfile": try getFile(arguments)
        case "getchat": try getChat(arguments)
        case "leavechat": try leaveChat(arguments)
        case _: nil
        }
    }
}
