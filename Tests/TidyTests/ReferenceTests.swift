import Testing

/// Files of which nothing is used elsewhere: dead, or an entry that only the system calls.
private func unreferenced(_ files: [SourceText], users: [SourceText]) -> [String] {
    let wordsOfUsers = users.map { (path: $0.path, words: Set(words(in: $0.code))) }
    return files.compactMap { file in
        guard !file.code.contains("@main"), file.name != "main" else { return nil }
        let names = declaredNames(in: file)
        let isUsed = wordsOfUsers.contains { user in
            user.path != file.path && !user.words.isDisjoint(with: names)
        }
        return isUsed ? nil : file.finding(0, "nothing that it declares is used in another file")
    }
}

/// The file's types and functions that others may use, and what it adds to the types of others.
private func declaredNames(in file: SourceText) -> Set<Substring> {
    var outer: Set<Substring> = []
    var added: Set<Substring> = []
    var isAdding = false
    for line in file.codeLines where !line.allSatisfy(\.isWhitespace) {
        let words = words(in: line)
        let isOuter = line.first?.isWhitespace == false
        if isOuter, let keyword = words.firstIndex(of: "extension") {
            isAdding = !outer.contains(words[(keyword + 1)...].first ?? "")
        } else if isOuter, line.first != "}" {
            isAdding = false
        }
        guard words.first != "private", words.first != "fileprivate" else { continue }
        for (keyword, name) in zip(words, words.dropFirst())
        where keywords.contains(keyword) && !boilerplate.contains(name) {
            if isOuter { outer.insert(name) } else if isAdding { added.insert(name) }
        }
    }
    return outer.union(added)
}

private let keywords: Set<Substring> = [
    "struct", "enum", "class", "actor", "protocol", "typealias", "func", "var", "let", "case",
]

/// What many types have, and whatever names it elsewhere need not mean this file's.
private let boilerplate: Set<Substring> = [
    "description", "debugDescription", "customMirror", "hash", "encode", "body", "init", "func",
    "id", "CodingKeys", "self", "Self",
]

@Suite("References")
struct ReferenceTests {
    @Test("every file is used")
    func tree() { expectNone(unreferenced(Tree.sources, users: Tree.swift)) }

    @Test("the rule is awake")
    func awake() {
        let dead = sample("struct Lonely {\n    let x = Lonely()\n}", named: "Lonely")
        let talk = sample("// Lonely\nlet text = \"Lonely\"", named: "Talk")
        #expect(unreferenced([dead], users: [dead, talk]).count == 1)
        let user = sample("let lonely = Lonely()", named: "User")
        #expect(unreferenced([dead], users: [dead, talk, user]).isEmpty)
    }

    @Test("a file of extensions is used by its members")
    func extensions() {
        let text = "extension Desk {\n    func sweep() {}\n}\nprivate struct Wiped {}"
        let file = sample(text, named: "Sweeping")
        let other = sample("desk.wipe(Wiped())", named: "User")
        #expect(unreferenced([file], users: [other]).count == 1)
        #expect(unreferenced([file], users: [sample("desk.sweep()", named: "User")]).isEmpty)
    }
}
