import Glibc

/// The date in an answer's header, as HTTP writes it.
enum HTTPDate {
    /// - Parameter seconds: since 1970.
    static func text(of seconds: Double) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        var text = [CChar](repeating: 0, count: 40)
        // English, for no program of ours chooses another locale.
        let length = strftime(&text, text.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
        return String(decoding: text.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
