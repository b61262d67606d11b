import Dialogue

/// A written conversation, line by line.
///
///     — 20:00
///     bot → both: A card for today. [Open]
///     Ada taps Open
///     Ada: some text
///
/// `…` in what the bot says stands for anything; `{link}` for the last invitation's code; `⏎` for a
/// new line. `both` are the two people named by the play.
struct Script {
    enum Step: Equatable {
        case bot(to: [String], text: String)
        case deed(Deed, by: String)
        case at(daysLater: Int, time: String)
        case powerCut
        case redelivery
        case network(isUp: Bool)
    }

    let lines: [(number: Int, text: String, step: Step)]

    init(_ text: String, pair: (String, String)) throws {
        lines = try text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .compactMap { number, raw in
                let line = raw.trimmed
                guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
                return (number + 1, line, try Script.step(line, pair: pair))
            }
    }

    struct Unreadable: Error, CustomStringConvertible {
        let line: String
        var description: String { "this line of a script can't be read: \(line)" }
    }

    private static func step(_ line: String, pair: (String, String)) throws -> Step {
        if line.hasPrefix("— ") { return try clockStep(String(line.dropFirst(2)), line) }
        if let (who, text) = line.cut(at: ": "), who.hasPrefix("bot → ") {
            let name = String(who.dropFirst(6))
            return .bot(to: name == "both" ? [pair.0, pair.1] : [name], text: text)
        }
        if let (who, label) = line.cut(at: " taps "), !who.contains(" ") {
            guard let (label, below) = label.cut(at: " below ") else {
                return .deed(.tap(label: label, below: nil), by: who)
            }
            return .deed(.tap(label: label, below: below), by: who)
        }
        if let (who, rest) = line.cut(at: " edits "), !who.contains(" "),
            let (old, new) = rest.cut(at: " → ")
        {
            return .deed(.edit(old: old.withLineEnds, new: new.withLineEnds), by: who)
        }
        if let (who, rest) = line.cut(at: " replies to "), !who.contains(" "),
            let (to, text) = rest.cut(at: ": ")
        {
            return .deed(.reply(to: to, text.withLineEnds), by: who)
        }
        if let (who, data) = line.cut(at: " forges "), !who.contains(" ") {
            return .deed(.press(data: data), by: who)
        }
        if line.hasSuffix(" blocks the bot") {
            return .deed(.block(true), by: String(line.dropLast(15)))
        }
        if line.hasSuffix(" unblocks the bot") {
            return .deed(.block(false), by: String(line.dropLast(17)))
        }
        guard let (who, text) = line.cut(at: ": "), !who.contains(" ") else {
            throw Unreadable(line: line)
        }
        if text == "(a photo)" { return .deed(.sendOther, by: who) }
        if text.hasPrefix("(voice "), let seconds = Int(text.dropFirst(7).dropLast(1)) {
            return .deed(.speak(seconds: seconds), by: who)
        }
        return .deed(.say(text.withLineEnds), by: who)
    }

    private static func clockStep(_ text: String, _ line: String) throws -> Step {
        if text == "power cut" { return .powerCut }
        if text == "redelivery" { return .redelivery }
        if text == "network down" { return .network(isUp: false) }
        if text == "network up" { return .network(isUp: true) }
        if LocalTime(text) != nil { return .at(daysLater: 0, time: text) }
        if text.hasPrefix("next day ") { return .at(daysLater: 1, time: String(text.dropFirst(9))) }
        if let (days, time) = text.cut(at: " days later "), let count = Int(days) {
            return .at(daysLater: count, time: time)
        }
        throw Unreadable(line: line)
    }
}

extension StringProtocol {
    /// The two halves around the first occurrence.
    fileprivate func cut(at separator: String) -> (String, String)? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(separator) {
                let after = self.index(index, offsetBy: separator.count)
                return (String(self[..<index]), String(self[after...]))
            }
            index = self.index(after: index)
        }
        return nil
    }

    fileprivate var trimmed: String {
        let front = drop { $0.isWhitespace }
        return String(front.reversed().drop { $0.isWhitespace }.reversed())
    }

    fileprivate var withLineEnds: String {
        split(separator: "⏎", omittingEmptySubsequences: false).map { $0.trimmed }
            .joined(separator: "\n")
    }
}
