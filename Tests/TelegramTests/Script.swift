import Foundation
import Messenger
import Telegram
import Testing

/// A platform that answers what the script says, in order, and keeps every request. An answer
/// that isn't in the script is a broken connection.
actor Script {
    private var answers: [Result<HTTPResponse, HTTPFault>]
    private(set) var requests: [HTTPRequest] = []

    init(_ answers: [Result<HTTPResponse, HTTPFault>] = []) { self.answers = answers }
    init(bodies: [String]) { self.init(bodies.map { .success(.json($0)) }) }

    func answer(_ request: HTTPRequest) -> Result<HTTPResponse, HTTPFault> {
        requests.append(request)
        return answers.isEmpty ? .failure(.broken(code: 56, sent: false)) : answers.removeFirst()
    }

    /// The last part of each address: the methods called.
    var methods: [String] {
        requests.map { String($0.url.text.split(separator: "/").last ?? "") }
    }

    /// Each request's JSON, or `-` for a form.
    var bodies: [String] {
        requests.map { request in
            switch request.body {
            case .none, .multipart: "-"
            case .bytes(let bytes, _): String(decoding: bytes, as: UTF8.self)
            }
        }
    }
}

extension HTTPResponse {
    static func json(_ text: String, status: Int = 200) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: [(name: "Content-Type", value: "application/json")],
            body: Array(text.utf8))
    }
}

/// A secret of the right shape that is nobody's.
let tokenText = "123456789:CANARYtokenCANARYtokenCANARYtoken12"

/// A bot whose platform is a script.
func bot(_ script: Script, pollSeconds: Int = 50) throws -> TelegramBot {
    TelegramBot(
        token: try BotToken(tokenText), pollSeconds: pollSeconds,
        exchange: { request throws(HTTPFault) in try await script.answer(request).get() })
}

/// A bot that hears one batch of updates.
func batch(_ updates: String..., cursor: Cursor? = nil) async throws -> Batch {
    try await bot(Script(bodies: [polled(updates)])).receive(from: cursor)
}

/// The only event of one update; nil if it is ignored.
func event(_ update: String) async throws -> Incoming.Event? {
    let batch = try await batch(update)
    #expect(batch.items.count <= 1)
    return batch.items.first?.event
}

func polled(_ updates: [String]) -> String {
    "{\"ok\":true,\"result\":[\(updates.joined(separator: ",\n"))]}"
}

let ada = Address(platform: "telegram", chat: "700001")
let personJSON = #"{"id":700001,"is_bot":false,"first_name":"Ada","language_code":"pt-br"}"#
let privateChatJSON = #"{"id":700001,"first_name":"Ada","type":"private"}"#

/// An update with a private message that has these members besides the usual ones.
func message(_ id: Int64, _ members: String, kind: String = "message") -> String {
    """
    {"update_id":\(id),"\(kind)":{"message_id":\(id % 1000),"from":\(personJSON),\
    "chat":\(privateChatJSON),"date":1795381200,\(members)}}
    """
}

func said(_ id: Int64, _ text: String) -> String { message(id, "\"text\":\"\(text)\"") }

extension TelegramBot {
    /// The platform knows no marks, so any will do.
    func send(_ piece: Outgoing, to address: Address) async throws(Fault) -> MessageID {
        try await send(piece, to: address, as: Postmark("1"))
    }
}
