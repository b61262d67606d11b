import HTTPTypes
import Hummingbird
import NIOCore

/// A request read whole: what the routes need of it, and nothing of the server's.
struct Petition: Sendable {
    var method: String
    /// The path without the query, still percent-encoded.
    var path: String
    var query: [(name: String, value: String)]
    var contentType: String
    var body: [UInt8]

    /// Reads a request's body up to `maximum` bytes.
    init(_ request: Request, maximum: Int) async throws {
        let whole = request.head.path ?? "/"
        let halves = whole.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        method = request.method.rawValue
        path = String(halves.first ?? "/")
        query = halves.count > 1 ? FormFields.read(halves[1]) : []
        contentType = request.headers[.contentType] ?? ""
        var request = request
        body = Array(buffer: try await request.collectBody(upTo: maximum))
    }

    /// The first query value of this name.
    func value(_ name: String) -> String? { query.first { $0.name == name }?.value }

    func number(_ name: String) -> Int64? { value(name).flatMap { Int64($0) } }
}

extension Guard.Visitor {
    init(_ request: Request) {
        self.init(
            host: request.head.authority ?? "", origin: request.headers[.origin],
            fetchSite: HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] },
            authorization: request.headers[.authorization])
    }
}

extension JSON {
    /// The body of a request, which must be JSON.
    init(of petition: Petition) throws(Refusal) {
        do {
            self = try JSON(reading: petition.body)
        } catch {
            throw Arguments.malformed
        }
    }
}
