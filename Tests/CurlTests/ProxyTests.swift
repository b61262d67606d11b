import Curl
import Messenger
import Testing

@Suite("Through a proxy", .timeLimit(.minutes(40)))
struct ProxyTests {
    /// A plain proxy is asked with whole addresses; these scripts answer in the server's place.
    private func throughProxy(
        _ script: @escaping LoopbackServer.Script,
        play: (LoopbackServer, CurlClient) async throws -> Void
    ) async throws {
        try await withServer(script) { proxy in
            let address = Hushed("http://name:word@127.0.0.1:\(proxy.port)")
            try await withClient(.init(proxy: address)) { try await play(proxy, $0) }
        }
    }

    @Test("The proxy is asked for the whole address, loopback included")
    func absoluteForm() async throws {
        try await throughProxy(
            { request, peer in
                peer.answer(body: Array(request.target.utf8))
                return .keep
            },
            play: { proxy, client in
                for address in ["http://chat.example/bot?a=1", "http://127.0.0.1:9/path"] {
                    let response = try await client.exchange(.get(Hushed(address)))
                    #expect(response.text == address)
                }
                #expect(proxy.requests.allSatisfy { $0.header("proxy-authorization") != nil })
            })
    }

    @Test("A proxy that refuses the tunnel saw nothing of the request")
    func refusedTunnel() async throws {
        try await throughProxy(
            { _, peer in
                peer.answer("403 Forbidden", headers: ["X-Proxy: 1"])
                return .close
            },
            play: { proxy, client in
                let request = HTTPRequest(
                    method: .post, url: Hushed("https://chat.example/bot-secret"),
                    headers: [("X-Secret", "secret")],
                    body: .bytes(Array("secret".utf8), contentType: "text/plain"))
                guard case .notConnected = try await client.fault(of: request) else {
                    Issue.record("connected")
                    return
                }
                #expect(proxy.requests.map(\.method) == ["CONNECT"])
                #expect(proxy.requests.map(\.target) == ["chat.example:443"])
                #expect(proxy.requests.allSatisfy { $0.header("x-secret") == nil })
            })
    }

    @Test("A tunnel that stays silent inside: timed out, nothing left")
    func silentTunnel() async throws {
        try await throughProxy(
            { _, peer in
                peer.write("HTTP/1.1 200 Connection established\r\n\r\n")
                peer.waitForDeparture()
                return .close
            },
            play: { proxy, client in
                let request = HTTPRequest.post(Hushed("https://chat.example/"), "a")
                    .with(timeout: .milliseconds(300))
                try await #expect(client.fault(of: request) == .timedOut(sent: false))
            })
    }
}
