import Testing

@Suite("Reading Swift")
struct SourceTextTests {
    @Test(
        "code is what is left when comments and strings are blanked",
        arguments: [
            ("a // b", "a"), ("a /* b /* c */ d */ e", "a e"), (#"f("x { y")"#, #"f("")"#),
            (#"f("x \(y("z")) w")"#, #"f("\(y(""))")"#),
            ("\"\"\"\n a \" b\n\"\"\" + c", "\"\"\"\"\"\"+c"),
            (##"f(#"a " \(b)"#)"##, ##"f(#""#)"##), (##"f(#"a \#(b)"#)"##, ##"f(#"\#(b)"#)"##),
            (#"f("\\")g"#, #"f("")g"#), (#"f("\"{")g"#, #"f("")g"#), ("#if DEBUG", "#ifDEBUG"),
            ("\"// no\" // yes", "\"\""), ("f(\"\(1)é\")", "f(\"\")"),
        ])
    func code(text: String, code: String) {
        let left = SourceText(path: "Sources/Desk/A.swift", text: text).code
        #expect(left.filter { !$0.isWhitespace } == code.filter { !$0.isWhitespace })
    }

    @Test("lines stay lines, and comments can be read alone")
    func lines() {
        let file = SourceText(path: "Sources/Desk/A.swift", text: "a /* b\nc */ d\n\"e\" // f")
        #expect(file.codeLines.count == 3)
        #expect(file.commentLines[1].contains("c") && !file.commentLines[1].contains("d"))
        #expect(file.commentLines[2].contains("f") && !file.commentLines[2].contains("e"))
        #expect(file.target == "Desk" && file.name == "A" && file.isSource)
    }
}
