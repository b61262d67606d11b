import Telegram

/// A file that holds a bot token and nothing else.
struct TokenFile {
    /// Nil if what it holds is no token.
    let token: BotToken?
    /// Whether anybody but its owner may read it.
    let isOpenToOthers: Bool

    /// Nil if there is no such file, or this account may not read it.
    init?(path: String) {
        guard let file = SecretFile(path: path) else { return nil }
        // Why it is no token is not told: the answer would describe a secret.
        token = try? BotToken(file.text)
        isOpenToOthers = file.isOpenToOthers
    }
}
