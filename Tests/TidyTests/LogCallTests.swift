import Testing

private let levels: Set = ["trace", "debug", "info", "notice", "warning", "error", "critical"]

/// Log calls whose message is anything but a plain literal: a message with something put into it
/// may carry what a person said. Facts go into metadata, where each is looked at by itself.
private func livelyLogCalls(in file: SourceText) -> [String] {
    guard file.isSource else { return [] }
    return file.codeLines.indices.compactMap { line in
        let code = file.codeLines[line...].prefix(4).joined(separator: " ")
        guard let argument = logArgument(in: file.codeLines[line], andBelow: code),
            !isPlainLiteral(argument)
        else { return nil }
        return file.finding(line, "a log message that is no plain literal")
    }
}

/// What follows `log.info(`, if a line has such a call.
private func logArgument(in line: String, andBelow code: String) -> Substring? {
    for level in levels {
        guard let call = line.firstRange(of: ".\(level)(") else { continue }
        let receiver = words(in: line[..<call.lowerBound]).last?.lowercased() ?? ""
        guard receiver.hasSuffix("log") || receiver.hasSuffix("logger") else { continue }
        let length = line.distance(from: line.startIndex, to: call.upperBound)
        return code.dropFirst(length).drop(while: \.isWhitespace)
    }
    return nil
}

/// In code, what a literal says is blank; what is inserted is not.
private func isPlainLiteral(_ argument: Substring) -> Bool {
    guard argument.first == "\"" else { return false }
    let rest = argument.dropFirst().drop(while: \.isWhitespace)
    guard rest.first == "\"" else { return false }
    let after = rest.dropFirst().drop(while: \.isWhitespace).first
    return after == "," || after == ")"
}

/// Printing that goes past the log. Only the program itself talks to the terminal.
private func prints(in file: SourceText) -> [String] {
    guard file.isSource, file.target != "talkaboutit" else { return [] }
    return file.codeLines.indices.compactMap { line in
        let words = words(in: file.codeLines[line])
        let isCall = ["print", "debugPrint", "dump", "NSLog"].contains { name in
            words.contains { $0 == name } && file.codeLines[line].contains("\(name)(")
        }
        let isOurs = words.contains("func")
        return isCall && !isOurs ? file.finding(line, "printing outside the program's target") : nil
    }
}

@Suite("Log calls")
struct LogCallTests {
    @Test("a log message is a plain literal")
    func messages() { expectNone(Tree.sources.flatMap(livelyLogCalls)) }

    @Test("only the program itself prints")
    func printing() { expectNone(Tree.sources.flatMap(prints)) }

    @Test(
        "the rule about messages is awake",
        arguments: [
            "log.info(\"from \\(name)\")", "logger.error(text)", "self.log.debug(\n    text)",
            "log.notice(\"a\" + text)", "requestLogger.warning(\"\"\"\n    a\n    \"\"\")",
            "log.critical(Logger.Message(stringLiteral: text))",
        ])
    func awake(text: String) { #expect(livelyLogCalls(in: sample(text)).count == 1) }

    @Test(
        "a literal with metadata is fine",
        arguments: [
            "log.info(\"saved\")", "log.info(\n    \"saved\",\n    metadata: [:])",
            "log.info(\"a \\\" b\", metadata: [\"ms\": \"\\(ms)\"])", "dialog.open(text)",
            "fault.error(text)", "// log.info(text)",
        ])
    func calm(text: String) { #expect(livelyLogCalls(in: sample(text)).isEmpty) }

    @Test("the rule about printing is awake")
    func awakePrinting() {
        #expect(prints(in: sample("print(text)")).count == 1)
        #expect(prints(in: sample("if x { debugPrint(y) }")).count == 1)
        #expect(prints(in: sample("print(text)", in: "talkaboutit")).isEmpty)
        #expect(prints(in: sample("let s = \"print(x)\"  // print(y)\nblueprint(x)")).isEmpty)
    }
}
