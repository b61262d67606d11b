import CCurl
import Messenger

extension EasyHandle {
    /// Sets everything one request needs.
    ///
    /// - Throws: `.invalid` if the request can't be made as it is.
    func prepare(
        _ request: HTTPRequest, options: CurlClient.Options, freshness: Freshness.Rule
    ) throws(HTTPFault) {
        guard request.isWellFormed else { throw .invalid }
        try set(CURLOPT_URL, request.url.text)
        try setManners()
        try setTrust(options)
        try setProxy(options)
        try setLimits(request, options)
        try setConnection(freshness)
        try setContent(request, options)
    }

    /// What holds for every request, whatever it says.
    private func setManners() throws(HTTPFault) {
        // Signals would hit the whole process.
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        // A redirect would carry the token in the path to another host.
        try set(CURLOPT_FOLLOWLOCATION, 0)
        // HTTP/2 puts a long poll and a send on one connection, where one stalls the other.
        try set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        // Otherwise cancelling while a name resolves holds up the thread, and with it everyone.
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_ACCEPT_ENCODING, "gzip")
    }

    private func setTrust(_ options: CurlClient.Options) throws(HTTPFault) {
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_PROXY_SSL_VERIFYPEER, 1)
        try set(CURLOPT_PROXY_SSL_VERIFYHOST, 2)
        let oldest = Int(CURL_SSLVERSION_TLSv1_2)
        try set(CURLOPT_SSLVERSION, oldest)
        try set(CURLOPT_PROXY_SSLVERSION, oldest)
        guard let caFile = options.caFile else { return }
        try set(CURLOPT_CAINFO, caFile)
        try set(CURLOPT_PROXY_CAINFO, caFile)
        // The system's folder of authorities would be asked as well.
        try set(CURLOPT_CAPATH, nil)
        try set(CURLOPT_PROXY_CAPATH, nil)
    }

    private func setProxy(_ options: CurlClient.Options) throws(HTTPFault) {
        // Empty strings keep libcurl from reading the environment.
        try set(CURLOPT_PROXY, options.proxy?.text ?? "")
        try set(CURLOPT_NOPROXY, "")
        // A proxy's answer to CONNECT is no part of the server's.
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    }

    private func setLimits(
        _ request: HTTPRequest, _ options: CurlClient.Options
    ) throws(HTTPFault) {
        try set(CURLOPT_TIMEOUT_MS, request.timeout.bounded.wholeMilliseconds)
        try set(CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout.bounded.wholeMilliseconds)
        if let lowSpeed = options.lowSpeed, !request.waitsLong {
            try set(CURLOPT_LOW_SPEED_LIMIT, max(1, lowSpeed.bytesPerSecond))
            try set(CURLOPT_LOW_SPEED_TIME, max(1, lowSpeed.over.bounded.wholeMilliseconds / 1000))
        }
    }

    private func setConnection(_ freshness: Freshness.Rule) throws(HTTPFault) {
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_TCP_KEEPIDLE, 30)
        try set(CURLOPT_TCP_KEEPINTVL, 15)
        // After a minute of silence something on the way may have forgotten the connection.
        try set(CURLOPT_MAXAGE_CONN, 60)
        switch freshness {
        case .any: break
        case .new: try set(CURLOPT_FRESH_CONNECT, 1)
        case .youngerThan(let seconds): try set(CURLOPT_MAXLIFETIME_CONN, seconds)
        }
    }

    private func setContent(
        _ request: HTTPRequest, _ options: CurlClient.Options
    ) throws(HTTPFault) {
        // `Expect` would cost big uploads a second with servers that don't know it.
        var lines = ["Expect:"]
        switch (request.method, request.body) {
        case (.get, .none): break
        case (.post, .none), (.put, .none):
            try setBody([])
            lines.append("Content-Type:")
        case (_, .bytes(let bytes, let contentType)):
            try setBody(bytes)
            lines.append(headerLine("Content-Type", contentType))
        case (_, .multipart(let fields)):
            try setMultipart(fields)
        }
        try set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        try set(CURLOPT_USERAGENT, options.userAgent)
        try setHeaders(lines + request.headers.map { headerLine($0.name, $0.value) })
    }

    private func headerLine(_ name: String, _ value: String) -> String {
        value.allSatisfy { $0 == " " || $0 == "\t" } ? name + ";" : "\(name): \(value)"
    }
}
