import Dialogue
import Messenger

/// In which of the chats that somebody has had here they are now.
package struct ChatNumber: Sendable, Codable, Equatable {
    var number = 0
    /// How many there were before.
    var count = 0

    /// A chat that is new.
    mutating func advance() {
        count += 1
        number = count
    }
}

extension Page {
    /// Two chats may have a message number in common: a message of a later chat is told from
    /// those of earlier ones.
    func name(of message: MessageID, on side: Side) -> MessageName {
        let chat = chats[side].number
        return chat == 0 ? message.name : MessageName("\(chat)|\(message.text)")
    }

    /// Those of these messages that stand in the chat somebody is in now.
    func messages(named names: [MessageName], on side: Side) -> [MessageID] {
        names.compactMap { name in
            let parts = name.text.split(separator: "|", maxSplits: 1)
            guard parts.count == 2, let chat = Int(parts[0]) else {
                return chats[side].number == 0 ? MessageID(named: name) : nil
            }
            return chat == chats[side].number ? MessageID(String(parts[1])) : nil
        }
    }

    /// All that is still to go from the chat that one side leaves.
    func leavingBehind(_ side: Side, at address: Address) -> [MessageID] {
        vanishing(side) + deletions(at: address)
    }

    /// What is still to vanish on this side's screen.
    private func vanishing(_ side: Side) -> [MessageID] {
        let names = couple.timers.flatMap { timer -> [MessageName] in
            guard case .vanish(side, let messages) = timer.purpose else { return [] }
            return messages
        }
        return messages(named: names, on: side)
    }

    /// What is still to be taken out of a chat.
    private func deletions(at address: Address) -> [MessageID] {
        outbox.filter { $0.to == address }.flatMap { letter -> [MessageID] in
            guard case .deletion(let messages) = letter.content else { return [] }
            return messages
        }
    }
}
