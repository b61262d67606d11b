/// Troubles as the control API writes them:
/// `{"kind": "delay", "method": "send*", "milliseconds": 200, "times": 3}`.
extension LocalChat.Trouble {
    /// Nil if the kind is unknown or a number is missing or beyond its limits.
    init?(json: JSON) {
        guard let name = json["kind"]?.text, let kind = Kind(name: name, json: json) else {
            return nil
        }
        let times = json["times"]?.number
        if let times, !(1...1_000_000).contains(times) { return nil }
        let probability = json["probability"]?.fraction ?? 1
        guard (0...1).contains(probability) else { return nil }
        self.init(
            kind, on: json["method"]?.text ?? (kind == .lostPress ? "press" : "*"),
            times: json["times"] == .null ? nil : Int(times ?? 1), probability: probability,
            seed: UInt64(clamping: json["seed"]?.number ?? 1), chat: json["chat"]?.number)
    }

    /// The same, to be read back.
    var json: JSON {
        var members = kind.members
        members.append(JSON.Member("method", .string(method)))
        members.append(JSON.Member("times", times.map { .int(Int64($0)) } ?? .null))
        members.append(JSON.Member("probability", .double(probability)))
        members.append(JSON.Member("seed", .int(Int64(clamping: seed))))
        if let chat { members.append(JSON.Member("chat", .int(chat))) }
        return .object(members)
    }
}

extension LocalChat.Trouble.Kind {
    fileprivate init?(name: String, json: JSON) {
        switch name {
        case "delay":
            guard let time = json["milliseconds"]?.number, (0...120_000).contains(time) else {
                return nil
            }
            self = .delay(milliseconds: Int(time))
        case "tooManyRequests":
            self = .tooManyRequests(
                retryAfterSeconds: json["retryAfter"]?.number.map { Int(clamping: $0) })
        case "status":
            guard let status = json["status"]?.number, (100...599).contains(status) else {
                return nil
            }
            self = .status(Int(status), html: json["html"]?.flag ?? false)
        case "refusal":
            guard let code = json["code"]?.number, (400...599).contains(code),
                let text = json["description"]?.text
            else { return nil }
            self = .refusal(code: Int(code), description: text)
        case "resetBefore": self = .resetBefore
        case "resetAfter": self = .resetAfter
        case "cut":
            guard let bytes = json["bytes"]?.number, (0...1_000_000).contains(bytes) else {
                return nil
            }
            self = .cut(bytes: Int(bytes))
        case "garbage": self = .garbage
        case "repeatedUpdates": self = .repeatedUpdates
        case "lostPress": self = .lostPress
        case _: return nil
        }
    }

    fileprivate var members: [JSON.Member] {
        switch self {
        case .delay(let time): named("delay", ["milliseconds": .int(Int64(time))])
        case .tooManyRequests(let seconds):
            named("tooManyRequests", ["retryAfter": seconds.map { .int(Int64($0)) }])
        case .status(let status, let html):
            named("status", ["status": .int(Int64(status)), "html": .bool(html)])
        case .refusal(let code, let text):
            named("refusal", ["code": .int(Int64(code)), "description": .string(text)])
        case .resetBefore: named("resetBefore")
        case .resetAfter: named("resetAfter")
        case .cut(let bytes): named("cut", ["bytes": .int(Int64(bytes))])
        case .garbage: named("garbage")
        case .repeatedUpdates: named("repeatedUpdates")
        case .lostPress: named("lostPress")
        }
    }

    private func named(_ name: String, _ rest: JSON = [:]) -> [JSON.Member] {
        guard case .object(let members) = rest else { return [] }
        return [JSON.Member("kind", .string(name))] + members
    }
}
