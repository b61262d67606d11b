import Messenger

/// A recording, and the platform that holds it. Saved as one text, `platform:reference`.
struct VoiceReference {
    let platform: String
    let reference: Hushed

    init(platform: String, reference: Hushed) {
        self.platform = platform
        self.reference = reference
    }

    /// Reads what was saved. What has no platform's name before it is of when there was only one.
    init(saved text: String) {
        let name = text.prefix { $0.isASCII && $0.isLowercase }
        let rest = text.dropFirst(name.count)
        if !name.isEmpty, rest.first == ":" {
            self.init(platform: String(name), reference: Hushed(String(rest.dropFirst())))
        } else {
            self.init(platform: "telegram", reference: Hushed(text))
        }
    }

    var saved: String { "\(platform):\(reference.text)" }
}
