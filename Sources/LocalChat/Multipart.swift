/// A `multipart/form-data` body (RFC 7578), read whole.
enum Multipart {
    struct Part {
        var name: String
        var fileName: String?
        var type: String?
        var bytes: [UInt8]
    }

    static let maximumParts = 100

    /// The parts in order, or nil if the body is not what its boundary promises.
    static func read(_ body: [UInt8], boundary: String) -> [Part]? {
        let line = Array("--\(boundary)".utf8)
        guard !boundary.isEmpty, body.starts(with: line) else { return nil }
        var at = line.count
        var parts: [Part] = []
        let separator = Array("\r\n".utf8) + line
        while parts.count < maximumParts {
            if body[at...].starts(with: "--".utf8) { return parts }
            guard body[at...].starts(with: "\r\n".utf8),
                let headEnd = find(Array("\r\n\r\n".utf8), in: body, from: at),
                let end = find(separator, in: body, from: headEnd + 2)
            else { return nil }
            let head = String(decoding: body[(at + 2)..<max(at + 2, headEnd)], as: UTF8.self)
            let start = min(headEnd + 4, end)
            guard let part = part(head: head, bytes: Array(body[start..<max(start, end)])) else {
                return nil
            }
            parts.append(part)
            at = end + separator.count
        }
        return nil
    }

    /// The boundary a content type names, with or without quotes.
    static func boundary(of contentType: String) -> String? {
        guard let range = contentType.firstRange(of: "boundary=") else { return nil }
        let rest = contentType[range.upperBound...]
        if rest.hasPrefix("\"") {
            return rest.dropFirst().split(separator: "\"").first.map(String.init)
        }
        return rest.split(separator: ";").first.map(String.init)
    }

    private static func part(head: String, bytes: [UInt8]) -> Part? {
        var part = Part(name: "", fileName: nil, type: nil, bytes: bytes)
        for line in head.split(separator: "\r\n") {
            let field = line.split(separator: ":", maxSplits: 1)
            guard field.count == 2 else { return nil }
            switch field[0].lowercased() {
            case "content-disposition":
                part.name = attribute("name", in: field[1]) ?? ""
                part.fileName = attribute("filename", in: field[1])
            case "content-type":
                part.type = String(field[1].drop { $0 == " " })
            case _: continue
            }
        }
        return part.name.isEmpty ? nil : part
    }

    private static func attribute(_ name: String, in field: Substring) -> String? {
        for piece in field.split(separator: ";").dropFirst() {
            let trimmed = piece.drop { $0 == " " }
            guard trimmed.lowercased().hasPrefix(name + "=") else { continue }
            let value = trimmed.dropFirst(name.count + 1)
            return value.hasPrefix("\"")
                ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value)
        }
        return nil
    }

    private static func find(_ needle: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first else { return nil }
        var at = start
        while at + needle.count <= body.count {
            guard let next = body[at...].firstIndex(of: first), next + needle.count <= body.count
            else { return nil }
            if body[next..<(next + needle.count)].elementsEqual(needle) { return next }
            at = next + 1
        }
        return nil
    }
}
