import Dialogue

@testable import Desk
@testable import LocalChat

/// What tests ask the house.
extension HouseStage {
    /// The calls of one method, answered so far, perhaps of one person's chat.
    func calls(_ method: String, to name: String? = nil) async -> [LocalChat.Call] {
        let chat = name.flatMap { phones[$0]?.person.chat }.map { String($0) }
        return await self.chat.calls().filter { call in
            call.method == method && (chat == nil || call.arguments["chat_id"] == chat)
        }
    }

    /// The bot's messages in somebody's chat, oldest first.
    func told(_ name: String) async throws -> [String] {
        await chat.messages(of: try await phone(of: name).person).filter(\.isFromBot).map(\.text)
    }

    /// Waits until somebody was told so much.
    func untilTold(_ name: String, _ count: Int) async throws {
        try await chat.messages(of: try await phone(of: name).person, within: HouseStage.patience) {
            $0.filter(\.isFromBot).count >= count
        }
    }

    /// The couples alone: what was said to them is left out.
    func couples() throws -> [String: Couple] { try pages().mapValues(\.couple) }

    /// How many updates the platform still keeps for the bot.
    func unconfirmed() async -> Int { await chat.platform.queue.count }
}
