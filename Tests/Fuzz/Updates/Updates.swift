import Foundation
import Messenger
import Telegram

/// The bytes are what a platform answers to a poll. Whatever they are, the batch they make is one
/// that the desk can take.
enum Updates {
    static func complaints(about answer: [UInt8]) -> [String] {
        // It is one, as its tests say; without one nothing would be read.
        guard let token = try? BotToken("123456:" + String(repeating: "a", count: 35)) else {
            return ["there is no token"]
        }
        let bot = TelegramBot(token: token) { _ in HTTPResponse(status: 200, body: answer) }
        let heard = Heard()
        // An exchange that never waits: all of this is over when the call returns.
        let task = Task.immediate { await heard.listen(to: bot) }
        guard heard.isOver else {
            task.cancel()
            return ["it waited for something"]
        }
        var complaints = (heard.batch.map(faults) ?? [])
        if heard.batch != heard.again { complaints.append("two readings differ") }
        return complaints
    }

    private static func faults(in batch: Batch) -> [String] {
        var faults: [String] = []
        let ids = batch.items.map(\.id)
        if ids != Set(ids).sorted() { faults.append("ids twice, or out of order") }
        if let last = ids.last, last >= batch.next?.position ?? 0 {
            faults.append("something is confirmed too early")
        }
        for item in batch.items { faults += Self.faults(in: item) }
        return faults
    }

    private static func faults(in item: Incoming) -> [String] {
        var faults: [String] = []
        if Int64(item.from.chat.text) == nil { faults.append("a chat without a number") }
        let name = item.sender.name.text
        if name.count > 64 || holdsControls(name) { faults.append("a name that isn't plain") }
        switch item.event {
        case .text(_, let text, _), .edited(_, let text):
            if text.text.isEmpty || holdsControls(text.text) { faults.append("a bad text") }
        case .voice(_, let voice, _):
            if !(0...86_400).contains(voice.seconds) { faults.append("a bad length of time") }
        case .pressed(_, _, let data):
            if data.utf8.count > 64 || holdsControls(data) { faults.append("bad data") }
        case .unsupported, .takenBack, .opened, .reachable, .group: break
        }
        return faults
    }

    private static func holdsControls(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
    }
}

/// What one bot made of the answer, asked twice.
private final class Heard: @unchecked Sendable {
    // Unchecked because nobody but the one thread ever has it.
    private(set) var batch: Batch?
    private(set) var again: Batch?
    private(set) var isOver = false

    func listen(to bot: TelegramBot) async {
        // A fault is as good as a batch here; the same bytes are an identity for the same price.
        _ = try? await bot.identity()
        // The same.
        batch = try? await bot.receive(from: nil)
        // The same.
        again = try? await bot.receive(from: batch?.next)
        isOver = true
    }
}
