/// `/api/…`: what the page and tests of other processes use. JSON both ways.
struct ControlRoutes: Sendable {
    let platform: Platform
    let nextDay: (@Sendable () async throws -> Void)?

    static let maximumWaitSeconds = 25.0
    static let maximumChats = 1_000

    func reply(to petition: Petition) async -> Reply {
        let steps = petition.path.split(separator: "/").dropFirst().map(String.init)
        do {
            guard let reply = try await route(petition, steps) else { return .refused(.notFound) }
            return reply
        } catch {
            return .refused(error)
        }
    }

    private func route(_ petition: Petition, _ steps: [String]) async throws(Refusal) -> Reply? {
        switch (petition.method, steps.first ?? "", steps.count) {
        case ("GET", "state", 1): .json(await platform.stateJSON)
        case ("GET", "changes", 1): .json(try await changes(petition))
        case ("GET", "files", 2): await file(steps[1])
        case ("POST", "next-day", 1): try await turnDay()
        case ("POST", "people", 1): .json(try await meet(try JSON(of: petition)))
        case ("POST", "people", 3):
            .json(try await act(petition, chat: steps[1], act: steps[2]))
        case ("GET", "faults", 1): .json(await platform.troublesJSON)
        case ("POST", "faults", 1): .json(try await addTrouble(try JSON(of: petition)))
        case ("DELETE", "faults", 1): .json(await platform.clearTroubles())
        case ("POST", "limits", 1): .json(try await limit(try JSON(of: petition)))
        case ("GET", "calls", 1):
            .json(
                await platform.callsJSON(
                    after: Int(clamping: petition.number("after") ?? 0),
                    method: petition.value("method")))
        case ("POST", "updates", 1): .json(try await inject(petition))
        case ("POST", "webhook", 1):
            .json(await platform.setWebhookFlag(try JSON(of: petition)["url"]?.text ?? ""))
        case _: nil
        }
    }

    private func changes(_ petition: Petition) async throws(Refusal) -> JSON {
        let ids = (petition.value("chats") ?? "").split(separator: ",").compactMap { Int64($0) }
        guard (1...Self.maximumChats).contains(ids.count) else { throw .chatNotFound }
        let version = Int(clamping: petition.number("after") ?? 0)
        let seconds = min(
            max(petition.value("wait").flatMap { Double($0) } ?? 0, 0), Self.maximumWaitSeconds)
        if seconds > 0 {
            await platform.change(in: Set(ids), after: version, within: .seconds(seconds))
        }
        return await platform.changesJSON(in: ids, after: version)
    }

    /// A file as long as a message shows it.
    private func file(_ id: String) async -> Reply? {
        guard await platform.shows(id), let (file, bytes) = await platform.download(id) else {
            return nil
        }
        // The type is the sender's word; `nosniff` and the page's policy keep it harmless.
        let type = file.type.allSatisfy { $0.isASCII && $0 > " " || $0 == " " } ? file.type : ""
        return Reply(type: type.isEmpty ? "application/octet-stream" : type, body: bytes)
    }

    private func turnDay() async throws(Refusal) -> Reply? {
        guard let nextDay else { return nil }
        do {
            try await nextDay()
        } catch {
            throw Refusal(500, "the day could not be turned")
        }
        return .json(["now": .int(await platform.wholeNow)])
    }

    /// From now on no more messages are taken than that; `{"perSecond": 0}` for as many as come.
    private func limit(_ json: JSON) async throws(Refusal) -> JSON {
        let burst = json["burstPerChat"]?.number ?? 5
        guard let all = json["perSecond"]?.number, (0...10_000).contains(all),
            (1...100).contains(burst)
        else { throw .bad("limits are numbers: perSecond, burstPerChat") }
        await platform.take(
            atMost: all == 0 ? nil : .init(perSecond: Int(all), burstPerChat: Int(burst)))
        return ["ok": true]
    }

    private func addTrouble(_ json: JSON) async throws(Refusal) -> JSON {
        guard let trouble = LocalChat.Trouble(json: json) else {
            throw .bad("no such fault, or a number beyond its limits")
        }
        guard await platform.switchOn(trouble) else { throw .bad("too many faults") }
        return ["ok": true]
    }

    /// The body is raw JSON members, such as `"message":{…}`, however broken.
    private func inject(_ petition: Petition) async throws(Refusal) -> JSON {
        guard let kind = UpdateKind(rawValue: petition.value("kind") ?? "message") else {
            throw .bad("no such kind of update")
        }
        await platform.enqueue(kind, members: petition.body)
        return ["ok": true]
    }
}
