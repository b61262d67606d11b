import Foundation
import Messenger
import Synchronization
import Testing
import Wire

@testable import Matrix

/// A home server that answers what a test says, by what is asked, and keeps every request.
final class ScriptedServer: Sendable {
    struct Call: Sendable {
        let method: String
        /// What stands behind `/_matrix`, escaped as it was sent.
        let path: String
        let query: String
        let token: String?
        let body: String
    }

    private struct State {
        var calls: [Call] = []
        var answers: [(start: String, answers: [HTTPResponse])] = []
        var fault: HTTPFault?
        var happenings: [(start: String, body: @Sendable () -> Void)] = []
    }

    private let state = Mutex(State())

    static let root = "https://example.org"

    /// What calls whose method and path begin so are answered, one after the other; the last one
    /// again and again.
    func answer(_ start: String, _ responses: HTTPResponse...) {
        state.withLock { state in
            state.answers.removeAll { $0.start == start }
            state.answers.append((start, responses))
        }
    }

    /// Happens whenever a call whose method and path begin so comes in.
    func onCall(_ start: String, _ body: @escaping @Sendable () -> Void) {
        state.withLock { $0.happenings.append((start, body)) }
    }

    func fail(_ fault: HTTPFault?) { state.withLock { $0.fault = fault } }

    var calls: [Call] { state.withLock { $0.calls } }

    func calls(_ start: String) -> [Call] {
        calls.filter { "\($0.method) \($0.path)".hasPrefix(start) }
    }

    var exchange: Exchange {
        { request throws(HTTPFault) in
            try self.state.withLock { state throws(HTTPFault) in
                let url = request.url.text.dropFirst(ScriptedServer.root.count + "/_matrix".count)
                let parts = url.split(separator: "?", maxSplits: 1)
                var body = ""
                if case .bytes(let bytes, _) = request.body {
                    body = String(decoding: bytes, as: UTF8.self)
                }
                let call = Call(
                    method: request.method.rawValue, path: String(parts[0]),
                    query: parts.count > 1 ? String(parts[1]) : "",
                    token: request.headers.first { $0.name == "Authorization" }?.value, body: body)
                state.calls.append(call)
                if let fault = state.fault { throw fault }
                let name = "\(call.method) \(call.path)"
                for happening in state.happenings where name.hasPrefix(happening.start) {
                    happening.body()
                }
                guard
                    let index = state.answers.indices.filter({
                        name.hasPrefix(state.answers[$0].start)
                    }).max(by: {
                        state.answers[$0].start.count < state.answers[$1].start.count
                    })
                else { return .json(#"{"errcode":"M_NOT_FOUND","error":"none"}"#, status: 404) }
                if state.answers[index].answers.count > 1 {
                    return state.answers[index].answers.removeFirst()
                }
                return state.answers[index].answers[0]
            }
        }
    }
}

extension HTTPResponse {
    static func json(
        _ text: String, status: Int = 200, headers: [(name: String, value: String)] = []
    ) -> HTTPResponse {
        HTTPResponse(status: status, headers: headers, body: Array(text.utf8))
    }
}

/// The account of the bot in tests, and Ada's.
let bot = "@bot:example.org"
let ada = "@ada:example.org"
let room = "!room/+%:example.org"
let adasAddress = Address(platform: "matrix", chat: ada)

/// What a test keeps, from more than one task.
final class Noted<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])
    func note(_ value: Value) { values.withLock { $0.append(value) } }
    var all: [Value] { values.withLock { $0 } }
}

extension ScriptedServer {
    /// A bot on this server, whose room with Ada is known.
    func madeBot(
        _ credentials: Credentials? = nil, saved: Login? = nil, knows: Bool = true,
        now: @escaping @Sendable () -> Int64 = { 1_800_000_000_000 },
        save: @escaping @Sendable (Login) async -> Bool = { _ in true }
    ) throws -> MatrixBot {
        let own = try UserID(bot)
        return MatrixBot(
            try credentials ?? .token(user: own, AccessToken("CANARY-token"), refresh: nil),
            saved: saved, server: try ServerAddress(ScriptedServer.root), pollSeconds: 0,
            phrases: .init(encrypted: "Locked.", notAlone: "Not alone.", group: "Only alone."),
            commands: Commands(["today", "start", "help"]),
            guests: .init(allowed: [], isKnown: { _ in knows }, now: now),
            exchange: exchange, save: save)
    }

    /// One room for two, Ada's, as the server tells of it.
    func haveRoom(members: [String] = [bot, ada]) {
        let chunk = members.enumerated().map { index, user in
            """
            {"type":"m.room.member","event_id":"$m\(index)","sender":"\(user)",\
            "state_key":"\(user)","origin_server_ts":1799999000000,\
            "content":{"membership":"join","displayname":"\(user.dropFirst().prefix(3))"}}
            """
        }.joined(separator: ",")
        answer("GET /client/v3/account/whoami", .json("{\"user_id\":\"\(bot)\"}"))
        answer(
            "GET /client/v3/user/%40bot%3Aexample.org/account_data/m.direct",
            .json("{\"\(ada)\":[\"\(room)\"]}"))
        answer("PUT /client/v3/user/%40bot%3Aexample.org/account_data/m.direct", .json("{}"))
        answer("GET /client/v3/joined_rooms", .json("{\"joined_rooms\":[\"\(room)\"]}"))
        answer("GET /client/v3/sync", .json("{\"next_batch\":\"s1\"}"))
        answer(
            "GET /client/v3/rooms/\(room.percentEncoded)/members", .json("{\"chunk\":[\(chunk)]}"))
        answer(
            "GET /client/v3/rooms/\(room.percentEncoded)/messages",
            .json("{\"chunk\":[],\"end\":null}"))
        answer(
            "PUT /client/v3/rooms/\(room.percentEncoded)/send/m.room.message/",
            .json("{\"event_id\":\"$sent\"}"))
    }
}

/// An event of the room.
func event(
    _ id: String, by sender: String = ada, _ content: String, type: String = "m.room.message",
    more: String = ""
) -> String {
    """
    {"event_id":"\(id)","type":"\(type)","sender":"\(sender)","origin_server_ts":1799999500000,\
    "content":\(content)\(more.isEmpty ? "" : "," + more)}
    """
}

func said(_ text: String) -> String { "{\"msgtype\":\"m.text\",\"body\":\"\(text)\"}" }

/// The answer to a poll that brought these events of the room.
func synced(_ events: [String], limited: Bool = false, next: String = "s2") -> HTTPResponse {
    .json(
        """
        {"next_batch":"\(next)","rooms":{"join":{"\(room)":{"timeline":{"limited":\(limited),\
        "prev_batch":"p1","events":[\(events.joined(separator: ","))]},"state":{"events":[]}}}}}
        """)
}
