import Curriculum
import Dialogue
import Foundation
import Logging
import Rhythm
import Telegram

/// One setting: its key in the file, its variable in the environment, and what it may be.
///
/// ``all`` is the one list of them. Reading, unknown keys, `check`, the example file's test and
/// the README's table go by it.
struct Setting: Sendable {
    /// The path in the file, for instance `telegram.baseURL`.
    let key: String
    let kind: Kind
    /// What it may be, in words that follow "expected".
    let expected: String
    let example: String
    /// What it is when it is not set.
    let usual: String
    /// What it is for, in one sentence.
    let meaning: String

    enum Kind: Sendable {
        /// Text that this function finds right.
        case text(@Sendable (String) -> Bool)
        case number(ClosedRange<Int>)
        case truth
    }

    /// The name in the environment: `telegram.baseURL` is `TALKABOUTIT_TELEGRAM_BASE_URL`.
    var variable: String {
        var name = Self.prefix
        var previous: Character = "_"
        for letter in key {
            if letter == "." {
                name.append("_")
            } else {
                if previous.isLowercase, letter.isUppercase { name.append("_") }
                name.append(contentsOf: letter.uppercased())
            }
            previous = letter
        }
        return name
    }

    /// Whether a value is right. A null counts as not set.
    func takes(_ value: JSONNode) -> Bool {
        switch (kind, value) {
        case (_, .null): true
        case (.text(let isRight), .text(let text)): isRight(text)
        case (.number(let range), .number(let number)): number.map(range.contains) ?? false
        case (.truth, .truth): true
        case (.text, _), (.number, _), (.truth, _): false
        }
    }

    /// Every variable of ours begins like this.
    static let prefix = "TALKABOUTIT_"

    /// Variables that begin like ours and are no settings: where the end-to-end tests find the
    /// program.
    static let others: Set = ["TALKABOUTIT_BINARY"]
}

extension Setting {
    /// All settings as rows of a Markdown table.
    static var table: String {
        let rows = all.map { setting in
            "| `\(setting.key)` | `\(setting.variable)` | \(setting.usual) | \(setting.meaning) |"
        }
        let head = ["| key | variable | when not set | what it is for |", "|---|---|---|---|"]
        return (head + rows).joined(separator: "\n")
    }

    /// The setting whose name is nearest to an unknown one, if one is near.
    static func nearest(to name: String, by spelling: (Setting) -> String) -> String? {
        Spelling.nearest(to: name, among: all.map(spelling))
    }
}
