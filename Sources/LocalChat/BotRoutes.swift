/// `/bot<token>/<method>` and `/file/bot<token>/<path>`.
struct BotRoutes: Sendable {
    let platform: Platform
    let token: String

    /// Nil if the path belongs to somebody else.
    func reply(to petition: Petition) async -> Reply? {
        if petition.path.hasPrefix("/file/bot") {
            return await file(petition.path.dropFirst("/file/bot".count))
        }
        guard petition.path.hasPrefix("/bot") else { return nil }
        guard let place = place(petition.path.dropFirst("/bot".count)) else {
            return .refused(.notFound)
        }
        guard Secret.matches(place.token, token) else { return .refused(.unauthorized) }
        do {
            return await platform.call(place.rest, try arguments(of: petition))
        } catch {
            return .refused(error)
        }
    }

    /// Splits `<token>/<rest>`. `/test/` names the test environment, which is the same here.
    private func place(_ path: Substring) -> (token: String, rest: String)? {
        let halves = path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[1].isEmpty, let token = FormFields.decode(halves[0]),
            var rest = FormFields.decode(halves[1])
        else { return nil }
        if rest.hasPrefix("test/") { rest.removeFirst("test/".count) }
        return rest.isEmpty ? nil : (token, rest)
    }

    private func file(_ path: Substring) async -> Reply {
        guard let place = place(path) else { return .refused(.notFound) }
        guard Secret.matches(place.token, token) else { return .refused(.unauthorized) }
        guard let (_, bytes) = await platform.download(place.rest) else {
            return .refused(.notFound)
        }
        return Reply(type: "application/octet-stream", body: bytes)
    }

    private func arguments(of petition: Petition) throws(Refusal) -> Arguments {
        var arguments = Arguments()
        for field in petition.query { arguments.set(field.name, field.value) }
        guard !petition.body.isEmpty else { return arguments }
        let type = petition.contentType.lowercased()
        if type.hasPrefix("application/json") {
            try arguments.setAll(of: try JSON(of: petition))
        } else if type.hasPrefix("multipart/form-data") {
            guard let boundary = Multipart.boundary(of: petition.contentType),
                let parts = Multipart.read(petition.body, boundary: boundary)
            else { throw .bad("can't parse multipart/form-data") }
            for part in parts { arguments.set(part) }
        } else if type.hasPrefix("application/x-www-form-urlencoded") {
            let text = String(decoding: petition.body, as: UTF8.self)
            for field in FormFields.read(text) { arguments.set(field.name, field.value) }
        }
        return arguments
    }
}

extension Arguments {
    fileprivate mutating func set(_ part: Multipart.Part) {
        if let fileName = part.fileName {
            set(
                part.name,
                Upload(
                    name: fileName, type: part.type ?? "application/octet-stream",
                    bytes: part.bytes))
        } else {
            set(part.name, String(decoding: part.bytes, as: UTF8.self))
        }
    }
}

extension Platform {
    /// A file by the path that `getFile` gave out, or by its id.
    func download(_ name: String) -> (file: StoredFile, bytes: [UInt8])? {
        guard let file = files.file(at: name) ?? files.file(name),
            let bytes = files.bytes(file.id)
        else { return nil }
        return (file, bytes)
    }

    /// Whether a message still holds a file. What was deleted is kept for the bot alone, which may
    /// send it again by its id.
    func shows(_ id: String) -> Bool {
        chats.values.contains { chat in chat.messages.contains { $0.content.file?.id == id } }
    }
}
