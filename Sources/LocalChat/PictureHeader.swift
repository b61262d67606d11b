/// What kind of picture some bytes are, and how large, by their beginning: PNG, JPEG or GIF.
struct PictureHeader {
    let type: String
    let width: Int
    let height: Int

    /// Nil for anything else.
    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: Self.png), bytes.count >= 24 {
            self.init("image/png", bytes.big(16, 4), bytes.big(20, 4))
        } else if bytes.starts(with: "GIF8".utf8), bytes.count >= 10 {
            self.init("image/gif", bytes.little(6, 2), bytes.little(8, 2))
        } else if bytes.starts(with: [0xFF, 0xD8]), let frame = Self.frame(in: bytes) {
            self.init("image/jpeg", bytes.big(frame + 7, 2), bytes.big(frame + 5, 2))
        } else {
            return nil
        }
    }

    private init?(_ type: String, _ width: Int, _ height: Int) {
        guard width > 0, height > 0 else { return nil }
        self.type = type
        self.width = width
        self.height = height
    }

    /// Whether Telegram takes it as a photo: both sides at most 10,000 together, the longer at most
    /// twenty times the shorter.
    var isFitForPhoto: Bool {
        width + height <= 10_000 && max(width, height) <= 20 * min(width, height)
    }

    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// Where a JPEG's frame header begins, from segment to segment.
    private static func frame(in bytes: [UInt8]) -> Int? {
        var at = 2
        while at + 9 <= bytes.count, bytes[at] == 0xFF {
            let marker = bytes[at + 1]
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) { return at }
            at += 2 + max(2, bytes.big(at + 2, 2))
        }
        return nil
    }
}

extension [UInt8] {
    /// A number whose highest byte comes first.
    fileprivate func big(_ start: Int, _ count: Int) -> Int {
        self[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    fileprivate func little(_ start: Int, _ count: Int) -> Int {
        self[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
