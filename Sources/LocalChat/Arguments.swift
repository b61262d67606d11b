/// The parameters of one Bot API call, from whichever of the four forms they came in.
///
/// As on the real server every value is text in the end: what is no string in a JSON body is
/// kept as its JSON text, so that `"chat_id": 5` and `chat_id=5` are one.
struct Arguments: Sendable {
    /// A file of a multipart body.
    struct Upload: Sendable {
        var name: String
        var type: String
        var bytes: [UInt8]
    }

    private(set) var values: [String: String] = [:]
    private(set) var uploads: [String: Upload] = [:]

    /// The last value of a name wins, so call this first with the query, then with the body.
    mutating func set(_ name: String, _ value: String) { values[name] = value }

    mutating func set(_ name: String, _ upload: Upload) { uploads[name] = upload }

    /// Takes a JSON body's members; refuses what is no object.
    mutating func setAll(of json: JSON) throws(Refusal) {
        guard case .object(let members) = json else { throw Self.malformed }
        for member in members {
            switch member.value {
            case .null: continue
            case .string(let text): values[member.name] = text
            case .bool, .int, .double, .array, .object:
                values[member.name] = member.value.written
            }
        }
    }

    static let malformed = Refusal.bad("can't parse JSON object")

    func text(_ name: String) -> String { values[name] ?? "" }

    func number(_ name: String) -> Int64? { values[name].flatMap { Int64($0) } }

    func flag(_ name: String) -> Bool {
        ["true", "yes", "1"].contains(text(name).lowercased())
    }

    /// A value that is JSON itself; nil if it is absent or empty.
    func json(_ name: String, orRefuse text: String) throws(Refusal) -> JSON? {
        guard let value = values[name], !value.isEmpty else { return nil }
        do {
            return try JSON(reading: value.utf8)
        } catch {
            throw .bad(text)
        }
    }

    /// The file a parameter names: uploaded under its own name or by `attach://`.
    func upload(_ name: String) -> Upload? {
        if let upload = uploads[name] { return upload }
        let value = text(name)
        guard value.hasPrefix("attach://") else { return nil }
        return uploads[String(value.dropFirst("attach://".count))]
    }

    /// What the journal keeps: the values, and a file as its length.
    var summary: [String: String] {
        values.merging(uploads.mapValues { "‹\($0.bytes.count) bytes›" }) { value, _ in value }
    }
}
