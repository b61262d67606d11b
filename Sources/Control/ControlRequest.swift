package import Messenger

/// What a command asks of the running daemon: one line of text, at most ``longest`` bytes.
package enum ControlRequest: Sendable, Equatable {
    /// All documents, as a backup.
    case backup
    /// Everything of the person at this address is erased.
    case forget(Address)
    /// The person at this address is handed their answers, in their own chat.
    case export(Address, withKept: Bool)
    /// How many cards come in each of the next hours.
    case upcoming

    /// The longest line there is, in bytes, with its end.
    package static let longest = 400

    package init?(line: String) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let address = words.count == 2 ? Address(typed: words[1]) : nil
        switch (words.first, address) {
        case ("backup", _) where words.count == 1: self = .backup
        case ("upcoming", _) where words.count == 1: self = .upcoming
        case ("forget", let address?): self = .forget(address)
        case ("export", let address?): self = .export(address, withKept: false)
        case ("export-kept", let address?): self = .export(address, withKept: true)
        // not our enum
        default: return nil
        }
    }

    /// Without its end.
    package var line: String {
        switch self {
        case .backup: "backup"
        case .upcoming: "upcoming"
        case .forget(let address): "forget \(address.typed)"
        case .export(let address, false): "export \(address.typed)"
        case .export(let address, true): "export-kept \(address.typed)"
        }
    }
}

extension Address {
    /// An address as a person types it, for instance `telegram:123456789`; nil if it is none.
    package init?(typed text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let platform = text[..<colon]
        let chat = text[text.index(after: colon)...]
        guard !platform.isEmpty, platform.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
            !chat.isEmpty, chat.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            text.utf8.count <= Address.longestTyped
        else { return nil }
        self.init(platform: String(platform), chat: String(chat))
    }

    /// As a person types it.
    package var typed: String { "\(platform):\(chat.text)" }

    static let longestTyped = 300
}
