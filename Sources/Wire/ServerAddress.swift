/// The root of a server that is spoken to over HTTP. A secret travels there, so plain `http` is
/// taken only for this very machine.
package struct ServerAddress: Sendable, Equatable {
    /// Scheme, host, port and path prefix; no slash at its end.
    package let root: String

    /// Reads `https://host[:port][/prefix]`, or the same with `http` for a loopback host.
    package init(_ address: String) throws(Mistake) {
        guard let colon = address.firstIndex(of: ":"),
            address[colon...].hasPrefix("://")
        else { throw .malformed }
        let scheme = address[..<colon].lowercased()
        guard scheme == "http" || scheme == "https" else { throw .scheme }
        let rest = address[colon...].dropFirst(3)
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let authority = try Authority(rest[..<slash])
        guard rest[slash...].utf8.allSatisfy(isPathByte) else { throw .malformed }
        guard scheme == "https" || authority.isLoopback else { throw .insecure }
        let path = String(rest[slash...].reversed().drop { $0 == "/" }.reversed())
        root = "\(scheme)://\(authority.text)\(path)"
    }

    /// What is wrong with the address of a server. Never repeats it.
    package enum Mistake: Error, Sendable, Equatable, CustomStringConvertible {
        /// Not `scheme://host[:port][/prefix]`, or with a user, a query or a fragment.
        case malformed
        /// Neither `http` nor `https`.
        case scheme
        /// `http` to another machine: the secret would travel in the open.
        case insecure

        package var description: String {
            switch self {
            case .malformed: "not an address of the form https://host[:port][/prefix]"
            case .scheme: "the address must begin with https:// (or http:// for this machine)"
            case .insecure: "http:// is taken only for this machine (localhost, 127.x.x.x, [::1])"
            }
        }
    }
}

/// Host and port. Read by an allow-list, so that no two parsers can disagree about the host.
private struct Authority {
    let text: String
    let isLoopback: Bool

    init(_ authority: Substring) throws(ServerAddress.Mistake) {
        let isBracketed = authority.first == "["
        let hostEnd: Substring.Index
        if isBracketed {
            guard let bracket = authority.firstIndex(of: "]") else { throw .malformed }
            hostEnd = authority.index(after: bracket)
        } else {
            hostEnd = authority.firstIndex(of: ":") ?? authority.endIndex
        }
        let host = authority[..<hostEnd].lowercased()
        let isAllowed =
            isBracketed
            ? host.dropFirst().dropLast().utf8.allSatisfy(isAddressByte)
            : host.utf8.allSatisfy(isHostByte)
        guard isAllowed, host.utf8.count > (isBracketed ? 2 : 0) else { throw .malformed }
        let port = authority[hostEnd...]
        if !port.isEmpty {
            guard port.first == ":", let number = UInt16(port.dropFirst()), number > 0,
                port.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else { throw .malformed }
        }
        text = host + port
        isLoopback = host == "localhost" || host == "[::1]" || isLoopbackQuad(host)
    }
}

/// Exactly four decimal numbers, the first of them 127: short and octal forms are somebody
/// else's dialect.
private func isLoopbackQuad(_ host: String) -> Bool {
    let fields = host.split(separator: ".", omittingEmptySubsequences: false)
    return fields.count == 4 && fields[0] == "127"
        && fields.allSatisfy { UInt8($0).map(String.init) == String($0) }
}

private func isHostByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
}

private func isAddressByte(_ byte: UInt8) -> Bool {
    (0x61...0x66).contains(byte) || (0x30...0x3A).contains(byte) || byte == 0x2E
}

private func isPathByte(_ byte: UInt8) -> Bool {
    isHostByte(byte) || (0x41...0x5A).contains(byte) || byte == 0x2F || byte == 0x5F
        || byte == 0x7E
}
