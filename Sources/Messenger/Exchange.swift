/// One HTTP request as a value.
package struct HTTPRequest: Sendable {
    package var method: Method
    /// The whole address. It may hold a token, so it prints nothing.
    package var url: Hushed
    /// Header fields in order, names as they are sent.
    package var headers: [(name: String, value: String)]
    package var body: Body
    /// Total time for the whole exchange.
    package var timeout: Duration
    /// The longest answer that is read, in bytes; a longer one is `.tooLarge`.
    package var maximumBodyBytes: Int
    /// Whether a long silence is expected (a long poll): then the low-speed limit is off.
    package var waitsLong: Bool

    package init(
        method: Method, url: Hushed, headers: [(name: String, value: String)] = [],
        body: Body = .none, timeout: Duration = .seconds(30),
        maximumBodyBytes: Int = 8 << 20, waitsLong: Bool = false
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.maximumBodyBytes = maximumBodyBytes
        self.waitsLong = waitsLong
    }

    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    package enum Body: Sendable {
        case none
        case bytes([UInt8], contentType: String)
        case multipart([Field])
    }

    /// One field of a multipart body; with a `fileName` it is a file.
    package struct Field: Sendable {
        package var name: String
        package var fileName: String?
        package var contentType: String?
        package var bytes: [UInt8]

        package init(
            name: String, bytes: [UInt8], fileName: String? = nil, contentType: String? = nil
        ) {
            self.name = name
            self.bytes = bytes
            self.fileName = fileName
            self.contentType = contentType
        }
    }
}

/// One HTTP answer as a value. Redirects are not followed: a 3xx is an answer like any other.
package struct HTTPResponse: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first header field of this name, whatever its case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// Why an exchange had no answer. Holds no address, no header, no body.
package enum HTTPFault: Error, Sendable, Equatable {
    /// Not connected: resolving, connecting or TLS failed. The request never left.
    case notConnected(code: Int)
    /// The connection broke. `sent`: some of the request had left before.
    case broken(code: Int, sent: Bool)
    case timedOut(sent: Bool)
    case tooLarge
    /// The request itself can't be made (scheme, malformed address).
    case invalid
    case cancelled
}

/// Carries out one HTTP request: libcurl in the daemon, a script in a test.
package typealias Exchange =
    @Sendable (HTTPRequest) async throws(HTTPFault) -> HTTPResponse
