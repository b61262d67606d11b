/// The bytes of what was sent, in memory; the oldest go when it is full.
struct FileShelf: Sendable {
    static let maximumBytes = 256 << 20
    static let maximumFiles = 10_000

    private var files: [String: (file: StoredFile, bytes: [UInt8])] = [:]
    private var order: [String] = []
    private var byteCount = 0
    private var made = 0

    /// Keeps a file and names it.
    mutating func put(
        _ kind: StoredFile.Kind, bytes: [UInt8], name: String, type: String, seconds: Int = 0
    ) -> StoredFile {
        made += 1
        let ending = name.split(separator: ".").count > 1 ? name.split(separator: ".").last : nil
        let suffix =
            switch kind {
            case .voice: ".oga"
            case .photo: ".jpg"
            case .document: ending.map { ".\($0.prefix(10).filter(\.isLetter))" } ?? ""
            }
        let header = kind == .photo ? PictureHeader(bytes) : nil
        let file = StoredFile(
            id: "AwACAgQAAxkBAAI\(kind.rawValue.prefix(1))\(made)", uniqueID: "AgAD\(made)",
            kind: kind, name: String(name.prefix(255)), type: header?.type ?? type,
            byteCount: bytes.count, seconds: seconds,
            size: header.map { .init(width: $0.width, height: $0.height) },
            path: "\(kind.rawValue)/file_\(made)\(suffix)")
        files[file.id] = (file, bytes)
        order.append(file.id)
        byteCount += bytes.count
        while byteCount > Self.maximumBytes || order.count > Self.maximumFiles, order.count > 1 {
            byteCount -= files.removeValue(forKey: order.removeFirst())?.bytes.count ?? 0
        }
        return file
    }

    func file(_ id: String) -> StoredFile? { files[id]?.file }

    func bytes(_ id: String) -> [UInt8]? { files[id]?.bytes }

    /// The file at a path that `getFile` gave out.
    func file(at path: String) -> StoredFile? {
        files.values.first { $0.file.path == path }?.file
    }
}
