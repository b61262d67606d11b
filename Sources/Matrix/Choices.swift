import Messenger
import Wire

/// The buttons of a message where there are none: lines with numbers, to be answered by the
/// number, by the words, or by a reaction. What each stands for is kept in the message itself, so
/// that nothing has to be remembered here.
struct Choices: Equatable {
    let buttons: [Outgoing.Button]

    /// The name of the member that holds them.
    static let member = "io.talkaboutit.choices"

    init?(_ rows: [[Outgoing.Button]]) {
        buttons = rows.flatMap { $0 }
        if buttons.isEmpty { return nil }
    }

    /// As they were written into a message; nil if there are none.
    init?(_ content: JSONSlice) {
        let pairs = content[Choices.member]?.decoded([[String]].self) ?? []
        buttons = pairs.compactMap { pair in
            pair.count == 2 ? Outgoing.Button(label: pair[0], data: pair[1]) : nil
        }
        if buttons.isEmpty || buttons.count != pairs.count { return nil }
    }

    var json: JSONValue {
        .list(buttons.map { .list([.text($0.label), .text($0.data)]) })
    }

    /// Below the text. Labels that are numbers themselves need none before them.
    var text: String {
        areNumbers
            ? buttons.map(\.label).joined(separator: " · ")
            : buttons.enumerated().map { "\($0 + 1) – \($1.label)" }.joined(separator: "\n")
    }

    private var areNumbers: Bool { buttons.allSatisfy { Int($0.label) != nil } }

    /// What a message of these words alone chooses: a label, or a number.
    func chosen(by words: String) -> Outgoing.Button? {
        let words = words.asChoice
        guard !words.isEmpty, words.count <= 64 else { return nil }
        if let button = buttons.first(where: { $0.label.asChoice == words }) { return button }
        let digits =
            words.last.map({ ".)".contains($0) }) == true ? String(words.dropLast()) : words
        guard !areNumbers, let number = Int(digits), digits.utf8.allSatisfy({ $0 > 0x2F }),
            (1...buttons.count).contains(number)
        else { return nil }
        return buttons[number - 1]
    }

    /// What a reaction chooses. A thumb up chooses nothing: it is no consent to anything in
    /// particular.
    func chosen(byReaction key: String) -> Outgoing.Button? {
        let key = key.asChoice
        if key == "🔟" { return chosen(by: "10") }
        guard key.unicodeScalars.last?.value == 0x20E3 else { return chosen(by: key) }
        return chosen(by: String(String.UnicodeScalarView(key.unicodeScalars.dropLast())))
    }
}

extension String {
    /// Without what makes no difference: case, space around, and whether a sign is to be drawn in
    /// colour.
    fileprivate var asChoice: String {
        var scalars = unicodeScalars
        scalars.removeAll { $0.value == 0xFE0F }
        let text = String(scalars).lowercased()
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
