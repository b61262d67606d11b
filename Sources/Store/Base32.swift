/// Bytes as lower-case letters and digits: five bits a character (RFC 4648 without padding).
enum Base32 {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int(bits >> UInt32(count)) & 31])
            }
            bits &= 0xFF
        }
        if count > 0 { text.append(alphabet[Int(bits << UInt32(5 - count)) & 31]) }
        return text
    }

    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
}
