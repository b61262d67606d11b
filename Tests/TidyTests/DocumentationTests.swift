import Testing

/// Package declarations at the top of a file that say nothing about themselves.
private func undocumented(in file: SourceText) -> [String] {
    guard file.isSource else { return [] }
    return file.codeLines.indices.compactMap { line in
        let words = words(in: file.codeLines[line])
        guard file.codeLines[line].hasPrefix("package "),
            let keyword = words.first(where: { $0 != "package" && !modifiers.contains($0) }),
            declarations.contains(keyword)
        else { return nil }
        var above = line - 1
        while above >= 0, file.lines[above].hasPrefix("@") { above -= 1 }
        guard above < 0 || !file.lines[above].hasPrefix("///") else { return nil }
        return file.finding(line, "a package declaration without a doc comment")
    }
}

private let modifiers: Set<Substring> = ["final", "indirect", "nonisolated", "distributed"]
private let declarations: Set<Substring> = [
    "struct", "enum", "class", "actor", "func", "protocol", "typealias", "let", "var",
]

@Suite("Documentation")
struct DocumentationTests {
    @Test("every package declaration at the top of a file has a doc comment")
    func tree() { expectNone(Tree.sources.flatMap(undocumented)) }

    @Test(
        "the rule is awake",
        arguments: [
            "package struct A {}", "import B\npackage final class A {}",
            "// A.\npackage func a() {}",
            "/// A.\n\npackage enum A {}", "package indirect enum A {}",
            "@MainActor\npackage protocol A {}",
        ])
    func awake(text: String) { #expect(undocumented(in: sample(text)).count == 1) }

    @Test("what is documented, imported, or inside of something is fine")
    func calm() {
        let text =
            "package import A\n/// A.\n@frozen\npackage struct A {\n    package let b: Int\n}\n"
            + "package extension A {}"
        #expect(undocumented(in: sample(text)).isEmpty)
    }
}
