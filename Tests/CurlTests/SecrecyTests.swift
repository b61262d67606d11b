import Curl
import Messenger
import Testing

@Suite("No fault repeats a request or an answer", .timeLimit(.minutes(40)))
struct SecrecyTests {
    private let secret = "s3cr3t"

    private func secretRequest(_ url: Hushed) -> HTTPRequest {
        HTTPRequest(
            method: .post, url: url, headers: [("X-Token", secret)],
            body: .bytes(Array(secret.utf8), contentType: "text/\(secret)"),
            timeout: .milliseconds(500), maximumBodyBytes: 100)
    }

    private func everyPrint(of value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return [String(describing: value), String(reflecting: value), "\(value)", dumped]
            .joined(separator: "\n")
    }

    @Test("The secret in path, header, body, answer and proxy never shows")
    func faults() async throws {
        let secret = secret
        try await onStage(
            script: { request, peer in
                switch request.target.split(separator: "/").last {
                case "hang": peer.waitForDeparture()
                case "large":
                    peer.answer(body: Array(String(repeating: secret, count: 100).utf8))
                case "short":
                    peer.write("HTTP/1.1 200 \(secret)\r\nContent-Length: 9\r\n\r\n\(secret)")
                case "garbage": peer.write("\(secret)\r\n\r\n")
                default: break
                }
                return .close
            },
            play: { server, client in
                let addresses = [
                    server.url("/\(secret)/hang"), server.url("/\(secret)/large"),
                    server.url("/\(secret)/short"), server.url("/\(secret)/garbage"),
                    server.url("/\(secret)/close"), server.url("/\(secret)", scheme: "https"),
                    server.url("/\(secret)", scheme: "file"),
                    Hushed("http://127.0.0.1:1/\(secret)"),
                ]
                var faults: [HTTPFault] = []
                for address in addresses {
                    faults.append(try await client.fault(of: secretRequest(address)))
                }
                #expect(faults.contains(.timedOut(sent: true)))
                #expect(faults.contains(.tooLarge))
                #expect(faults.contains(.broken(code: 18, sent: true)))
                #expect(faults.contains(.invalid))
                #expect(faults.contains(.notConnected(code: 7)))
                for fault in faults { #expect(!everyPrint(of: fault).contains(secret)) }
            })
    }

    @Test("A client prints neither its proxy nor what it carries")
    func client() async throws {
        let options = CurlClient.Options(proxy: Hushed("http://a:\(secret)@127.0.0.1:1"))
        #expect(!everyPrint(of: options).contains(secret))
        try await withClient(options) { client in
            let request = secretRequest(Hushed("http://127.0.0.1:1/\(secret)"))
            let fault = try await client.fault(of: request)
            #expect(!everyPrint(of: fault).contains(secret))
            #expect(!everyPrint(of: client).contains(secret))
        }
    }
}
