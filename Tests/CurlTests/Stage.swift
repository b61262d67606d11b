import Curl
import Foundation
import Messenger
import Testing

/// Runs a server and a client for one test and ends both, whatever happens.
func onStage(
    _ options: CurlClient.Options = .init(), script: @escaping LoopbackServer.Script,
    play: (LoopbackServer, CurlClient) async throws -> Void
) async throws {
    try await withServer(script) { server in
        try await withClient(options) { client in try await play(server, client) }
    }
}

/// Runs a server for one test and stops it, whatever happens.
func withServer(
    _ script: @escaping LoopbackServer.Script, play: (LoopbackServer) async throws -> Void
) async throws {
    let server = try LoopbackServer(script)
    do {
        try await play(server)
    } catch {
        await server.stop()
        throw error
    }
    await server.stop()
}

/// Runs a client for one test and closes it, whatever happens.
func withClient(
    _ options: CurlClient.Options = .init(), play: (CurlClient) async throws -> Void
) async throws {
    let client = try CurlClient(options: options)
    do {
        try await play(client)
    } catch {
        await client.close()
        throw error
    }
    await client.close()
}

extension CurlClient {
    /// How an exchange fails; a test fails if it doesn't.
    func fault(of request: HTTPRequest) async throws -> HTTPFault {
        do throws(HTTPFault) {
            _ = try await exchange(request)
        } catch {
            return error
        }
        throw NoFault()
    }
}

struct NoFault: Error {}

extension HTTPRequest {
    static func get(_ url: Hushed) -> HTTPRequest { HTTPRequest(method: .get, url: url) }

    static func post(_ url: Hushed, _ text: String) -> HTTPRequest {
        HTTPRequest(
            method: .post, url: url, body: .bytes(Array(text.utf8), contentType: "text/plain"))
    }

    func with(timeout: Duration) -> HTTPRequest {
        var changed = self
        changed.timeout = timeout
        return changed
    }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// Enough time for a loaded machine to do what takes a millisecond, and still far less than any
/// time-out that is not set by the test itself.
let promptly = Duration.seconds(20)
