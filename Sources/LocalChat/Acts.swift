/// `/api/people…`: one act of one person.
extension ControlRoutes {
    func meet(_ json: JSON) async throws(Refusal) -> JSON {
        let person = try await platform.meet(
            json["name"]?.text ?? "", language: json["language"]?.text,
            chat: json["chat"]?.number)
        return ["chat": .int(person.chat)]
    }

    func act(_ petition: Petition, chat: String, act: String) async throws(Refusal) -> JSON {
        guard let id = Int64(chat), await platform.knows(id) else { throw .chatNotFound }
        if act == "attach" { return try await attach(petition, id) }
        let json: JSON = petition.body.isEmpty ? [:] : try JSON(of: petition)
        let message = json["message"]?.number ?? 0
        switch act {
        case "say":
            let sent = try await platform.say(
                json["text"]?.text ?? "", in: id, replyTo: json["reply"]?.number)
            return ["message": .int(sent.id)]
        case "send":
            let sent = try await platform.sendOther(json["kind"]?.text ?? "", in: id)
            return ["message": .int(sent.id)]
        case "start":
            let payload = json["payload"]?.text ?? ""
            let sent = try await platform.say(
                payload.isEmpty ? "/start" : "/start \(payload)", in: id, replyTo: nil)
            return ["message": .int(sent.id)]
        case "press":
            let query = try await platform.press(
                data: json["data"]?.text ?? "", on: message, in: id)
            return ["query": .string(query)]
        case "edit": try await platform.edit(message, to: json["text"]?.text ?? "", in: id)
        case "delete": try await platform.delete(message, in: id)
        case "react": try await platform.react(json["emoji"]?.text ?? "", to: message, in: id)
        case "block": try await platform.setBlocked(json["blocked"]?.flag ?? true, in: id)
        case _: throw .notFound
        }
        return ["ok": true]
    }

    /// The body is the file; its kind, name and length are in the query.
    private func attach(_ petition: Petition, _ id: Int64) async throws(Refusal) -> JSON {
        guard let kind = StoredFile.Kind(rawValue: petition.value("kind") ?? "") else {
            throw .bad("no such kind of file")
        }
        let type = petition.contentType.isEmpty ? "application/octet-stream" : petition.contentType
        let sent = try await platform.sendFile(
            kind,
            Arguments.Upload(
                name: petition.value("name") ?? "file", type: String(type.prefix(100)),
                bytes: petition.body),
            seconds: Int(max(0, min(petition.number("seconds") ?? 0, 86_400))), in: id)
        return ["message": .int(sent.id)]
    }
}

extension Platform {
    func knows(_ id: Int64) -> Bool { chats[id] != nil }

    var troublesJSON: JSON { ["faults": .array(switchboard.troubles.map(\.json))] }

    func switchOn(_ trouble: LocalChat.Trouble) -> Bool { switchboard.add(trouble) }

    func clearTroubles() -> JSON {
        switchboard.clear()
        return ["ok": true]
    }

    /// At most a thousand calls, so ask on with the last number.
    func callsJSON(after number: Int, method: String?) -> JSON {
        let calls = journal.calls.lazy.filter { call in
            call.number > number && (method.map { $0 == call.method } ?? true)
        }
        return [
            "count": .int(Int64(journal.count)),
            "calls": .array(calls.prefix(1_000).map(\.json)),
        ]
    }

    func setWebhookFlag(_ url: String) -> JSON {
        webhook = url.isEmpty ? nil : url
        return ["ok": true]
    }
}
