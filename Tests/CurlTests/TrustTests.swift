import Curl
import Foundation
import Messenger
import Testing

@Suite("Only a checked certificate is talked to", .timeLimit(.minutes(40)))
struct TrustTests {
    /// Answers over TLS with a certificate made now for `name`, until the end of `play`.
    private func onTLS(
        name: String, play: (_ url: Hushed, _ caFile: String) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("curl-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // A leftover in the temporary folder harms nobody.
        defer { try? FileManager.default.removeItem(at: folder) }
        let certificate = folder.appendingPathComponent("certificate.pem").path
        let key = folder.appendingPathComponent("key.pem").path
        let making = try OpenSSL([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-subj", "/CN=test", "-addext", "subjectAltName=\(name)", "-keyout",
            key, "-out", certificate,
        ])
        try #require(await making.end() == 0)
        let server = try OpenSSL([
            "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificate, "-key", key,
        ])
        do {
            let port = try #require(await server.announcedPort())
            try await play(Hushed("https://127.0.0.1:\(port)/secret"), certificate)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    @Test("A certificate nobody vouches for is refused; with its file it is trusted")
    func unknownAuthority() async throws {
        try await onTLS(name: "IP:127.0.0.1") { url, caFile in
            try await withClient { client in
                let fault = try await client.fault(of: .post(url, "secret"))
                #expect(fault == .notConnected(code: 60))
            }
            try await withClient(.init(caFile: caFile)) { client in
                let response = try await client.exchange(.get(url))
                #expect(response.status == 200)
                #expect(response.text.contains("TLSv1.3"))
            }
        }
    }

    @Test("A trusted certificate of another host is refused")
    func wrongHost() async throws {
        try await onTLS(name: "DNS:elsewhere.example") { url, caFile in
            try await withClient(.init(caFile: caFile)) { client in
                let fault = try await client.fault(of: .post(url, "secret"))
                #expect(fault == .notConnected(code: 60))
            }
        }
    }

    @Test("A missing file of authorities trusts nobody")
    func missingFile() async throws {
        try await onTLS(name: "IP:127.0.0.1") { url, _ in
            try await withClient(.init(caFile: "/nonexistent/authorities.pem")) { client in
                let fault = try await client.fault(of: .get(url))
                #expect(fault == .notConnected(code: 77))
            }
        }
    }
}
