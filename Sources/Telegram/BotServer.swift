package import Wire

/// Where the Bot API is spoken: Telegram's own address, a local Bot API server, or our loopback
/// server.
package struct BotServer: Sendable, Equatable {
    /// Scheme, host, port and path prefix; no slash at its end.
    let root: String
    /// Whether calls go to the platform's test environment.
    let isTestEnvironment: Bool

    /// The platform's own server, no test environment.
    package static let telegram = BotServer(root: "https://api.telegram.org")

    /// What is wrong with the address of a server.
    package typealias Mistake = ServerAddress.Mistake

    /// Reads `https://host[:port][/prefix]`, or the same with `http` for a loopback host.
    ///
    /// - Parameter testEnvironment: whether `/test` follows the token in every path.
    package init(_ address: String, testEnvironment: Bool = false) throws(Mistake) {
        self.init(root: try ServerAddress(address).root, isTestEnvironment: testEnvironment)
    }

    private init(root: String, isTestEnvironment: Bool = false) {
        self.root = root
        self.isTestEnvironment = isTestEnvironment
    }
}
