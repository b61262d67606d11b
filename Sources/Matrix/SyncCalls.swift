import Messenger
import Wire

extension MatrixCall {
    /// How much of each room's timeline one poll brings; what is more is fetched room by room.
    static let mostOfTimeline = 50

    /// Waits for what happens.
    ///
    /// - Parameters:
    ///   - position: where the last one ended; nil for nothing but invitations and a position.
    ///   - timeline: the most events of one room.
    static func sync(since position: String?, timeline: Int, waitSeconds: Int) -> MatrixCall {
        var call = MatrixCall.client(.get, "sync")
        call.query = [
            ("filter", String(decoding: filter(timeline: timeline).bytes, as: UTF8.self)),
            ("timeout", String(waitSeconds * 1_000)), ("set_presence", "offline"),
        ]
        if let position { call.query.append(("since", position)) }
        // The server answers when the wait is over; the rest is for a slow line.
        call.timeout = .seconds(waitSeconds + 30)
        call.maximumBodyBytes = 16 << 20
        call.waitsLong = true
        return call
    }

    /// Only what is read: no typing, no receipts, no presence, of members those who spoke.
    private static func filter(timeline: Int) -> JSONValue {
        let nothing = JSONValue.object([("not_types", .list([.text("*")]))])
        func types(_ names: [String]) -> JSONValue { .list(names.map(JSONValue.text)) }
        let events: [(String, JSONValue)] = [
            ("limit", .number(Int64(max(timeline, 1))))
        ]
        return .object([
            ("presence", nothing), ("account_data", nothing),
            (
                "room",
                .object([
                    ("ephemeral", nothing), ("account_data", nothing),
                    (
                        "timeline",
                        timeline == 0 ? nothing : .object(events + [("types", types(read))])
                    ),
                    // Of a large room it would be larger than anything that is read.
                    ("state", nothing),
                ])
            ),
        ])
    }

    /// The kinds of event that mean something here.
    static let read = [
        "m.room.message", "m.sticker", "m.reaction", "m.room.redaction", "m.room.member",
        "m.room.encryption", "m.room.encrypted", "m.room.tombstone",
    ]

    /// Events of one room between two positions, in order.
    static func missed(
        in room: String, from start: String, to end: String, limit: Int
    ) -> MatrixCall {
        var call = messages(in: room, direction: "f", limit: limit)
        call.query += [("from", start), ("to", end)]
        return call
    }

    /// Events of one room, newest first, from a position or from now.
    static func earlier(in room: String, than start: String?, limit: Int) -> MatrixCall {
        var call = messages(in: room, direction: "b", limit: limit)
        if let start { call.query.append(("from", start)) }
        return call
    }

    private static func messages(
        in room: String, direction: String, limit: Int
    ) -> MatrixCall {
        var call = MatrixCall.client(.get, "rooms", room, "messages")
        let filter = JSONValue.object([
            ("types", .list(read.map(JSONValue.text))), ("lazy_load_members", .flag(true)),
        ])
        call.query = [
            ("dir", direction), ("limit", String(limit)),
            ("filter", String(decoding: filter.bytes, as: UTF8.self)),
        ]
        call.maximumBodyBytes = 16 << 20
        return call
    }

    static func event(_ id: String, in room: String) -> MatrixCall {
        .client(.get, "rooms", room, "event", id)
    }
}
