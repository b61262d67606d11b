import Messenger
import Wire

/// What one of our messages holds, as the platform writes it.
struct MessageContent {
    let piece: Outgoing
    /// The mark by which the letter is known again.
    let mark: String
    /// Commands as people can type them there.
    let commands: Commands

    /// The name of the member that holds the mark.
    static let member = "io.talkaboutit.letter"

    /// - Parameter file: where an attachment of ours was put, `mxc://server/id`.
    func members(file: String?) -> [(String, JSONValue)] {
        let choices = Choices(piece.buttons)
        var plain = piece.parts.map(spoken).joined()
        var markup = piece.parts.map { $0.style.markup(spoken($0).asMarkup) }.joined()
        if let choices {
            plain += (plain.isEmpty ? "" : "\n\n") + choices.text
            markup += (markup.isEmpty ? "" : "<br><br>") + choices.text.asMarkup
        }
        var members: [(String, JSONValue)] = described(plain, file)
        if !plain.isEmpty {
            members += [
                ("format", .text("org.matrix.custom.html")), ("formatted_body", .text(markup)),
            ]
        }
        // Said even if it names nobody: then nothing in the text is taken for a mention.
        members += [("m.mentions", .object([])), (MessageContent.member, .text(mark))]
        if let choices { members.append((Choices.member, choices.json)) }
        return members
    }

    private func spoken(_ part: Outgoing.Part) -> String {
        let text = part.text.text.withoutControls
        return part.isSomebodys ? text : commands.typeable(text)
    }

    /// A file's name stands beside its caption; without one it is all there is to read.
    private func described(_ caption: String, _ file: String?) -> [(String, JSONValue)] {
        switch piece.attachment {
        case nil: return [("msgtype", .text("m.notice")), ("body", .text(caption))]
        case .photo(let name, let bytes):
            return attached("m.image", caption, name, "image/png", bytes.count, file)
        case .document(let name, let type, let bytes):
            return attached("m.file", caption, name, type, bytes.count, file)
        case .recording(let recording):
            var members = attached(
                "m.audio", caption, "voice.ogg", recording.type, recording.bytes.count, file)
            members.append(("org.matrix.msc3245.voice", .object([])))
            return members
        case .voice(let reference):
            var members = attached(
                "m.audio", caption, "voice.ogg", "audio/ogg", nil, reference.text)
            members.append(("org.matrix.msc3245.voice", .object([])))
            return members
        }
    }

    private func attached(
        _ kind: String, _ caption: String, _ name: String, _ type: String, _ size: Int?,
        _ file: String?
    ) -> [(String, JSONValue)] {
        var info: [(String, JSONValue)] = [("mimetype", .text(type))]
        if let size { info.append(("size", .number(Int64(size)))) }
        return [
            ("msgtype", .text(kind)), ("body", .text(caption.isEmpty ? name : caption)),
            ("filename", .text(name)), ("url", .text(file ?? "")), ("info", .object(info)),
        ]
    }
}

extension Outgoing.Style {
    fileprivate func markup(_ text: String) -> String {
        switch self {
        case .plain: text
        case .strong: "<strong>\(text)</strong>"
        case .slanted: "<em>\(text)</em>"
        }
    }
}

extension String {
    /// Nothing in it is markup.
    var asMarkup: String {
        var out = String.UnicodeScalarView()
        // By scalars: what is drawn as one character may begin with another and hide a "<" in it.
        for scalar in replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "&": out += "&amp;".unicodeScalars
            case "<": out += "&lt;".unicodeScalars
            case ">": out += "&gt;".unicodeScalars
            case "\"": out += "&quot;".unicodeScalars
            case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
                out += "<br>".unicodeScalars
            // not our enum
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
