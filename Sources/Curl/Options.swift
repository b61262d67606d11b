package import Messenger

extension CurlClient {
    /// What holds for all exchanges of one client.
    package struct Options: Sendable {
        /// `http://`, `https://`, `socks5://` or `socks5h://`, perhaps with a name and password.
        /// Nil: none. The environment (`http_proxy`, `no_proxy`) is never asked.
        package var proxy: Hushed?
        /// A PEM file of the authorities to trust instead of the system's. Nil: the system's.
        package var caFile: String?
        /// For resolving, connecting and the TLS handshake together.
        package var connectTimeout: Duration
        /// Ends an exchange that crawls. Nil: never.
        package var lowSpeed: LowSpeed?
        /// More exchanges than this with one host wait for each other. At least 1. A long poll
        /// holds one connection for its whole time.
        package var maximumConnectionsPerHost: Int
        /// Sent as `User-Agent`.
        package var userAgent: String

        package init(
            proxy: Hushed? = nil, caFile: String? = nil, connectTimeout: Duration = .seconds(10),
            lowSpeed: LowSpeed? = LowSpeed(bytesPerSecond: 16, over: .seconds(20)),
            maximumConnectionsPerHost: Int = 32, userAgent: String = "TalkAboutIt"
        ) {
            self.proxy = proxy
            self.caFile = caFile
            self.connectTimeout = connectTimeout
            self.lowSpeed = lowSpeed
            self.maximumConnectionsPerHost = maximumConnectionsPerHost
            self.userAgent = userAgent
        }
    }

    /// Fewer bytes a second than this, for so long, is a time-out. Silence counts, so a request
    /// that ``HTTPRequest/waitsLong`` is exempt.
    package struct LowSpeed: Sendable {
        package var bytesPerSecond: Int
        /// Whole seconds, at least one.
        package var over: Duration

        package init(bytesPerSecond: Int, over: Duration) {
            self.bytesPerSecond = bytesPerSecond
            self.over = over
        }
    }
}
