import Messenger
import Wire

/// The platform's number of a chat: positive for a person, negative for a group or channel.
struct ChatID {
    let number: Int64

    /// - Throws: `.refused` if the address is of another platform, or no number of a chat.
    init(_ address: Address, on platform: String) throws(Fault) {
        guard address.platform == platform, let number = Int64(address.chat.text),
            number != 0, number.magnitude <= Limits.chatID.magnitude
        else { throw Refusal.address.fault }
        self.number = number
    }

    var isPerson: Bool { number > 0 }
    var json: JSONValue { .number(number) }
}
