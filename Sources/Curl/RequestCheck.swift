import Messenger

extension HTTPRequest {
    /// Whether it can be written to the wire as it is: nothing in it may end a line early or be
    /// read as something else by libcurl.
    var isWellFormed: Bool {
        hasPlainAddress
            && headers.allSatisfy { isToken($0.name) && isFieldValue($0.value) }
            && body.isWellFormed
    }

    /// `http` or `https`, a host, and only printable ASCII. libcurl itself would guess a scheme
    /// and stop reading at a zero.
    private var hasPlainAddress: Bool {
        let bytes = Array(url.text.utf8)
        guard bytes.allSatisfy({ (0x21...0x7e).contains($0) }),
            let scheme = ["http://", "https://"].first(where: url.text.lowercased().hasPrefix)
        else { return false }
        let hostStart = bytes.dropFirst(scheme.utf8.count).first
        return hostStart.map { !"/?#:@".utf8.contains($0) } ?? false
    }
}

extension HTTPRequest.Body {
    fileprivate var isWellFormed: Bool {
        switch self {
        case .none: true
        case .bytes(_, let contentType): isFieldValue(contentType)
        case .multipart(let fields): fields.allSatisfy(\.isWellFormed)
        }
    }
}

extension HTTPRequest.Field {
    fileprivate var isWellFormed: Bool {
        isFieldValue(name) && isFieldValue(fileName ?? "") && isFieldValue(contentType ?? "")
    }
}

/// RFC 9110, 5.6.2.
private func isToken(_ text: String) -> Bool {
    !text.isEmpty
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
        }
}

/// Anything without control characters.
private func isFieldValue(_ text: String) -> Bool {
    text.utf8.allSatisfy { ($0 >= 0x20 && $0 != 0x7f) || $0 == 0x09 }
}
