import Wire

extension BotCall {
    /// Waits for updates. A cursor that isn't positive is left out: a negative offset would throw
    /// updates away.
    static func poll(from position: Int64?, waitSeconds: Int) -> BotCall {
        var call = updates(
            from: position, limit: Limits.updatesPerPoll, waitSeconds: waitSeconds)
        // The platform answers when the wait is over; the rest is for a slow line.
        call.timeout = .seconds(waitSeconds + 15)
        // The platform stops at about 4 MiB, of which escapes may make more.
        call.maximumBodyBytes = 16 << 20
        call.waitsLong = true
        return call
    }

    /// Confirms everything before `position` and hardly waits: for a calm stop.
    static func confirm(before position: Int64) -> BotCall {
        var call = updates(from: position, limit: 1, waitSeconds: 0)
        // Asked twice for the same, the platform waits 3 s.
        call.timeout = .seconds(5)
        return call
    }

    private static func updates(from position: Int64?, limit: Int, waitSeconds: Int) -> BotCall {
        var parameters: [(String, JSONValue)] = [
            ("limit", .number(Int64(limit))), ("timeout", .number(Int64(waitSeconds))),
            // Always said, because the platform remembers what was said last, by whomever.
            ("allowed_updates", .list(WireUpdate.Kind.names.map(JSONValue.text))),
        ]
        if let position, position > 0 { parameters.append(("offset", .number(position))) }
        return BotCall("getUpdates", parameters, floodReach: .everywhere)
    }
}
