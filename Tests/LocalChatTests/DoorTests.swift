import NIOCore
import NIOPosix
import Testing

@testable import LocalChat

/// Who is let in: by no other name, from no other page, and to no route without its token.
@Suite(.timeLimit(.minutes(40))) struct DoorTests {
    private static let bot = "/bot\(World.token)/getMe"
    private static let routes = [
        ("GET", "state"), ("GET", "changes?chats=1"), ("GET", "files/x"), ("POST", "next-day"),
        ("POST", "people"), ("POST", "people/1/say"), ("POST", "people/1/press"),
        ("GET", "faults"), ("POST", "faults"), ("DELETE", "faults"), ("GET", "calls"),
        ("POST", "updates"), ("POST", "webhook"), ("GET", "nothing"),
    ]
    private static let token = "Authorization: Bearer page-token"

    @Test func `no route of the page's answers without its token`() async throws {
        try await Wire.serving { wire in
            for (method, path) in Self.routes {
                for header in ["X: y", "Authorization: Bearer page-toke", "Cookie: page-token"] {
                    let answer = try await wire.send(
                        method, "/api/" + path, headers: [header], body: "{}")
                    #expect(answer.status == 403, "\(method) \(path) \(header)")
                }
                #expect(
                    try await wire.send(method, "/api/\(path)&token=page-token").status == 403)
            }
        }
    }

    @Test func `a name that was turned to this machine is not ours`() async throws {
        try await Wire.serving { wire in
            let names = [
                "evil.example", "evil.example:\(wire.port)", "127.0.0.1.evil.example:\(wire.port)",
                "127.0.0.1:1", "localhost", "0.0.0.0:\(wire.port)", "[::1]:\(wire.port)", "",
                "127.0.0.1:\(wire.port)@evil.example", "user@127.0.0.1:\(wire.port)",
            ]
            for name in names {
                for (method, path) in [("GET", "/"), ("GET", "/page.js"), ("POST", Self.bot)] {
                    let answer = try await wire.send(method, path, host: name)
                    // What is no name at all is refused before it comes to us.
                    #expect([400, 403].contains(answer.status), "\(method) \(name)")
                }
                for (method, path) in Self.routes {
                    let answer = try await wire.send(
                        method, "/api/" + path, headers: [Self.token], host: name)
                    #expect([400, 403].contains(answer.status), "\(method) \(path) \(name)")
                }
            }
            #expect(await wire.chat.calls().isEmpty)
        }
    }

    @Test func `no other page changes anything, even with the token`() async throws {
        try await Wire.serving { wire in
            let strangers = [
                "Origin: http://evil.example", "Origin: null", "Origin: http://127.0.0.1:1",
                "Origin: https://127.0.0.1:\(wire.port)", "Origin: http://127.0.0.1",
                "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
            ]
            for stranger in strangers {
                for (method, path) in Self.routes where method != "GET" {
                    let answer = try await wire.send(
                        method, "/api/" + path,
                        headers: [Self.token, stranger, "Content-Type: text/plain"],
                        body: "{\"name\":\"Eve\"}")
                    #expect(answer.status == 403, "\(method) \(path) \(stranger)")
                }
            }
            let state = try await wire.api("GET", "state")
            #expect(!state.body.contains("Eve"))
            for stranger in strangers where stranger.hasPrefix("Origin") {
                #expect(try await wire.send("POST", Self.bot, headers: [stranger]).status == 403)
            }
            #expect(await wire.chat.calls().isEmpty)
        }
    }

    @Test func `nothing is shared with other pages`() async throws {
        try await Wire.serving { wire in
            let preflight = [
                "Origin: http://evil.example", "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization",
            ]
            for path in ["/", "/api/state", "/api/people", Self.bot, "/nothing"] {
                for headers in [preflight, [], [Self.token], [Self.token, "Origin: null"]] {
                    for method in ["GET", "POST", "OPTIONS", "HEAD"] {
                        let answer = try await wire.send(method, path, headers: headers)
                        #expect(!answer.head.lowercased().contains("access-control"))
                        if headers == preflight { #expect(answer.status == 403) }
                    }
                }
            }
        }
    }

    @Test func `it listens on this machine alone`() async throws {
        try await Wire.serving { wire in
            #expect(await wire.isHeard(at: "127.0.0.1"))
            for address in Wire.otherAddresses {
                #expect(await !wire.isHeard(at: address))
            }
        }
    }

    @Test(arguments: ["", "s", "secreT", "xecret", "secret ", "secretsecret", "ſecret"])
    func `a secret is only itself`(given: String) {
        #expect(!Secret.matches(given, "secret"))
        #expect(Secret.matches("secret"[...], "secret"))
    }
}

extension Wire {
    /// Addresses of this machine's that aren't the loopback address it listens on.
    fileprivate static var otherAddresses: [String] {
        // A machine that can't name its devices has none to try.
        let devices = (try? System.enumerateDevices()) ?? []
        return ["127.0.0.2"]
            + devices.compactMap { $0.address?.ipAddress }.filter { $0 != "127.0.0.1" }
    }

    fileprivate func isHeard(at host: String) async -> Bool {
        // Refused is what is looked for.
        let connected = try? await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(.milliseconds(500)).connect(host: host, port: port).get()
        // Closed already is as good.
        try? await connected?.close()
        return connected != nil
    }
}
