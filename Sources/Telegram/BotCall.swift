import Messenger
import Wire

/// One call of the Bot API as a value, not yet bound to a bot or a server.
struct BotCall {
    let method: String
    let body: HTTPRequest.Body
    /// How far an answer "too many requests" reaches.
    let floodReach: FloodReach
    var timeout: Duration = .seconds(30)
    var maximumBodyBytes = 1 << 20
    var waitsLong = false

    /// Whom a flood limit holds back.
    enum FloodReach {
        /// Only this chat, or only this kind of call.
        case here
        /// The bot as a whole.
        case everywhere
    }

    /// A call whose parameters go as one JSON object.
    init(_ method: String, _ parameters: [(String, JSONValue)], floodReach: FloodReach) {
        self.method = method
        self.floodReach = floodReach
        body = .bytes(JSONValue.object(parameters).bytes, contentType: "application/json")
    }

    /// A call that carries a file.
    init(_ method: String, fields: [HTTPRequest.Field], floodReach: FloodReach) {
        self.method = method
        self.floodReach = floodReach
        body = .multipart(fields)
    }

    /// The request that makes this call: the only place where the token is used.
    func request(token: BotToken, server: BotServer) -> HTTPRequest {
        HTTPRequest(
            method: .post, url: token.address(of: method, at: server),
            headers: [(name: "Accept", value: "application/json")], body: body,
            timeout: timeout, maximumBodyBytes: maximumBodyBytes, waitsLong: waitsLong)
    }
}
