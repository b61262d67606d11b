import Messenger
import Wire

/// One call of the client-server API as a value, not yet bound to an account or a server.
struct MatrixCall: Sendable {
    let method: HTTPRequest.Method
    /// The steps of the path below `/_matrix`, as they are meant; escaped only in the request.
    let steps: [String]
    var query: [(name: String, value: String)] = []
    var body: HTTPRequest.Body = .none
    var timeout: Duration = .seconds(30)
    var maximumBodyBytes = 1 << 20
    var waitsLong = false

    /// A call of version 3 of the client API.
    static func client(_ method: HTTPRequest.Method, _ steps: String...) -> MatrixCall {
        MatrixCall(method: method, steps: ["client", "v3"] + steps)
    }

    /// The same call with an object as its body.
    func with(_ members: [(String, JSONValue)]) -> MatrixCall {
        var call = self
        call.body = .bytes(JSONValue.object(members).bytes, contentType: "application/json")
        return call
    }

    /// The request that makes this call. The token goes into a header: in an address it would
    /// end in the logs of whatever stands between.
    func request(token: AccessToken?, server: ServerAddress) -> HTTPRequest {
        var address = server.root + "/_matrix"
        for step in steps { address += "/" + step.percentEncoded }
        for (index, item) in query.enumerated() {
            address += index == 0 ? "?" : "&"
            address += item.name + "=" + item.value.percentEncoded
        }
        var headers = [(name: "Accept", value: "application/json")]
        if let token { headers.append((name: "Authorization", value: "Bearer \(token.secret)")) }
        return HTTPRequest(
            method: method, url: Hushed(address), headers: headers, body: body,
            timeout: timeout, maximumBodyBytes: maximumBodyBytes, waitsLong: waitsLong)
    }
}

extension String {
    /// As one step of a path or one value of a query: all but RFC 3986's unreserved is escaped,
    /// since ids may hold slashes, and are none of our business.
    var percentEncoded: String {
        let hex = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.append(byte)
            // not our enum
            default: out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        // A step of dots alone would be taken for a way up.
        let text = String(decoding: out, as: UTF8.self)
        return text == "." || text == ".." ? text.replacing(".", with: "%2E") : text
    }
}
