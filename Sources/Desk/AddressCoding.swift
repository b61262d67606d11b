import Dialogue
package import Messenger
import Store

/// Where somebody can be reached is saved sealed with their key; with the house's as long as they
/// are nobody's.
extension Address: Codable {
    private enum CodingKeys: String, CodingKey {
        case platform
        case chat
        case at
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let platform = try container.decode(String.self, forKey: .platform)
        guard let keeper = decoder.userInfo[.texts] as? any TextKeeper else {
            let chat = try container.decode(Hushed.self, forKey: .chat)
            self.init(platform: platform, chat: chat.text)
            return
        }
        let reference = try container.decode(TextReference.self, forKey: .at)
        self.init(
            platform: platform,
            chat: keeper.text(reference.number, of: reference.owner) ?? "",
            person: reference.owner == Keyring.house ? nil : reference.owner)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(platform, forKey: .platform)
        guard let keeper = encoder.userInfo[.texts] as? any TextKeeper else {
            return try container.encode(chat, forKey: .chat)
        }
        let owner = person ?? Keyring.house
        let number = keeper.put(chat.text, of: owner)
        try container.encode(TextReference(owner: owner, number: number), forKey: .at)
    }
}

extension SealedTexts: TextKeeper {}
