import Desk
import Foundation
import Messenger
import Synchronization
import Telegram
import Testing

@testable import Rehearsal
@testable import talkaboutit

/// Reader, desk, wording and calls, around a platform of which every byte is the test's: Ada and
/// Ben are a couple, Cleo is somebody else.
final class StrangeHouse: Sendable {
    /// A message of the bot's as it reached the platform.
    struct Sent: Sendable {
        let chat: Int64
        let text: String
        let buttons: [String]
    }

    private struct State {
        var polled: [UInt8] = []
        var sent: [Sent] = []
        var messages = 40_000
    }

    static let ada = 7_000, ben = 7_001, cleo = 7_002
    private let stage: DeskStage
    private let state: Platform
    private let bot: TelegramBot
    private let updates = Mutex(9_000_000)

    private final class Platform: Sendable {
        let state = Mutex(State())
    }

    init() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await stage.act(.say("/start"), by: "Cleo")
        try await stage.act(.tap(label: "I'm 18 or older", below: nil), by: "Cleo")
        let state = Platform()
        self.stage = stage
        self.state = state
        bot = TelegramBot(
            token: try BotToken(SettingsFolder.token), platform: "rehearsal",
            exchange: { request in
                state.state.withLock { StrangeHouse.answer(request, &$0) }
            })
    }

    /// Brings updates as the platform writes them, `{}` standing for an id, and returns what they
    /// made the bot say.
    func bring(_ bodies: [String]) async throws -> [Sent] {
        let texts = bodies.map { body in
            let id = updates.withLock { updates in
                updates += 1
                return updates
            }
            return body.hasPrefix("{") ? body : "{\"update_id\":\(id),\(body)}"
        }
        state.state.withLock {
            $0.polled = Array("{\"ok\":true,\"result\":[\(texts.joined(separator: ","))]}".utf8)
            $0.sent = []
        }
        let batch = try await bot.receive(from: nil)
        try await stage.desk.take(batch, on: "rehearsal")
        while true {
            let owed = stage.props.mail.withLock { mail in
                defer { mail = [] }
                return mail
            }
            guard !owed.isEmpty else { break }
            var deliveries: [Delivery] = []
            for batch in owed {
                for letter in batch.letters { deliveries += try await send(letter, of: batch.page) }
            }
            try await stage.desk.settle(deliveries)
        }
        return state.state.withLock { $0.sent }
    }

    private func send(_ letter: Letter, of page: String?) async throws -> [Delivery] {
        guard try await stage.desk.standing(of: letter, on: page) == .owed else { return [] }
        var last: MessageID?
        if let outgoing = await letter.outgoing(stage.easel) {
            for piece in bot.pieces(of: outgoing) {
                last = try await bot.send(piece, to: letter.to, as: Postmark("\(letter.id)"))
            }
        }
        return [Delivery(page: page, letter: letter.id, to: letter.to, outcome: .sent(last))]
    }

    private static func answer(_ request: HTTPRequest, _ state: inout State) -> HTTPResponse {
        let method = request.url.text.split(separator: "/").last ?? ""
        guard method != "getUpdates" else { return HTTPResponse(status: 200, body: state.polled) }
        state.messages += 1
        if case .bytes(let bytes, _) = request.body, method == "sendMessage",
            // What isn't JSON fails the test by being missed.
            let json = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        {
            let markup = json["reply_markup"] as? [String: Any]
            let rows = markup?["inline_keyboard"] as? [[[String: Any]]] ?? []
            state.sent.append(
                Sent(
                    chat: json["chat_id"] as? Int64 ?? 0, text: json["text"] as? String ?? "",
                    buttons: rows.flatMap { $0 }.compactMap { $0["callback_data"] as? String }))
        }
        let answer = "{\"ok\":true,\"result\":{\"message_id\":\(state.messages)}}"
        return HTTPResponse(status: 200, body: Array(answer.utf8))
    }
}

extension StrangeHouse {
    /// A message in somebody's chat, with these members besides the usual ones.
    static func message(
        _ members: String, in chat: Int = ada, kind: String = "message", name: String = "\"Ada\""
    ) -> String {
        """
        "\(kind)":{"message_id":77,"date":1795381200,\
        "from":{"id":\(chat),"is_bot":false,"first_name":\(name),"language_code":"en"},\
        "chat":{"id":\(chat),"type":"private"},\(members)}
        """
    }

    static func said(_ text: String, by chat: Int = ada) -> String {
        message("\"text\":\(quoted(text))", in: chat)
    }

    static func pressed(_ data: String, by chat: Int = ada, on members: String? = nil) -> String {
        let message =
            members
            ?? "{\"message_id\":5,\"date\":0,\"chat\":{\"id\":\(chat),\"type\":\"private\"}}"
        return """
            "callback_query":{"id":"1","from":{"id":\(chat),"is_bot":false,"first_name":"N"},\
            "message":\(message),"data":\(quoted(data))}
            """
    }

    static func quoted(_ text: String) -> String {
        // A string always encodes; an empty one fails the test by being missed.
        String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
    }
}

/// A text that may be endless: a test run names it by its beginning.
struct Odd: CustomTestStringConvertible, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    var testDescription: String {
        let plain = text.unicodeScalars.prefix(24).map {
            $0.isASCII && $0.value > 31 ? String($0) : "?"
        }
        return "\(plain.joined()) (\(text.utf8.count) bytes)"
    }
}
