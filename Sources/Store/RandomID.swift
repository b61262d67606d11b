/// A name for something new that nobody can guess.
package enum RandomID {
    /// 128 random bits as 26 letters and digits, good as the name of a document or folder.
    package static func make(using generator: inout some RandomNumberGenerator) -> String {
        var bytes: [UInt8] = []
        for _ in 0..<2 {
            withUnsafeBytes(of: UInt64.random(in: .min ... .max, using: &generator)) {
                bytes += $0
            }
        }
        return Base32.text(bytes)
    }

    /// The same from the system's generator.
    package static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return make(using: &generator)
    }
}
