/// What an invitation is accepted with.
package enum InvitationCode {
    /// 24 letters and digits, none of which looks like another: 118 random bits. It may stand in
    /// a link that opens a chat.
    package static func make(using generator: inout some RandomNumberGenerator) -> String {
        String(
            (0..<length).map { _ in
                alphabet[Int.random(in: alphabet.indices, using: &generator)]
            })
    }

    /// The same from the system's generator.
    package static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return make(using: &generator)
    }

    /// The code a person typed or pasted, whatever its case and spaces; nil if it can't be one.
    package static func plain(_ typed: String) -> String? {
        guard typed.utf8.count <= 100 else { return nil }
        let plain = typed.lowercased().filter { $0 != " " && $0 != "-" }
        return plain.count == length && plain.allSatisfy(alphabet.contains) ? plain : nil
    }

    private static let length = 24
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
}
