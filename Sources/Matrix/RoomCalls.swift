import Messenger
import Wire

extension MatrixCall {
    /// Everybody who is in a room or may come into it.
    static func members(of room: String) -> MatrixCall {
        var call = MatrixCall.client(.get, "rooms", room, "members").reading(4 << 20)
        call.query = [("not_membership", "leave")]
        return call
    }

    static func state(_ type: String, key: String = "", in room: String) -> MatrixCall {
        .client(.get, "rooms", room, "state", type, key)
    }

    /// - Parameter servers: which may know the room, for one of another server's.
    static func join(_ room: String, by servers: [String]) -> MatrixCall {
        var call = MatrixCall.client(.post, "join", room).with([])
        call.query = servers.flatMap { [("server_name", $0), ("via", $0)] }
        // The server may have to ask the other one first.
        call.timeout = .seconds(90)
        return call
    }

    static func leave(_ room: String, saying reason: String?) -> MatrixCall {
        MatrixCall.client(.post, "rooms", room, "leave")
            .with(reason.map { [("reason", .text($0))] } ?? [])
    }

    /// A room for two, in which nothing is encrypted and nobody who comes later reads what was
    /// said before.
    static func createDirect() -> MatrixCall {
        MatrixCall.client(.post, "createRoom").with([
            ("preset", .text("private_chat")), ("is_direct", .flag(true)),
            (
                "initial_state",
                .list([
                    .object([
                        ("type", .text("m.room.history_visibility")), ("state_key", .text("")),
                        ("content", .object([("history_visibility", .text("joined"))])),
                    ])
                ])
            ),
        ])
    }

    /// Asks somebody into a room that is for two.
    static func invite(_ user: String, to room: String) -> MatrixCall {
        MatrixCall.client(.put, "rooms", room, "state", "m.room.member", user).with([
            ("membership", .text("invite")), ("is_direct", .flag(true)),
        ])
    }

    /// Which rooms are for whom, as every client of the account reads it.
    static func direct(of user: String) -> MatrixCall {
        MatrixCall.client(.get, "user", user, "account_data", "m.direct").reading(8 << 20)
    }

    static func setDirect(_ rooms: JSONValue, of user: String) -> MatrixCall {
        var call = MatrixCall.client(.put, "user", user, "account_data", "m.direct")
        call.body = .bytes(rooms.bytes, contentType: "application/json")
        return call
    }

    func reading(_ bytes: Int) -> MatrixCall {
        var call = self
        call.maximumBodyBytes = bytes
        return call
    }
}
