extension LocalChat {
    /// Tokens: made by the system's generator, compared without telling how much was right.
    package enum Secret {
        private static let letters = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

        /// 32 letters of 6 bits each.
        package static func random() -> String {
            var generator = SystemRandomNumberGenerator()
            return String((0..<32).map { _ in letters[Int(generator.next() & 63)] })
        }

        /// A bot token such as BotFather gives.
        package static func randomBotToken() -> String {
            "\(Int64.random(in: 100_000_000...999_999_999)):\(random())abc"
        }

        static func matches(_ given: some StringProtocol, _ secret: String) -> Bool {
            let given = Array(given.utf8)
            let secret = Array(secret.utf8)
            guard given.count == secret.count else { return false }
            return zip(given, secret).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
        }
    }
}

typealias Secret = LocalChat.Secret
