import Testing

/// Folders that only one machine has. Put together here, so that this file names none of them.
private let places = [
    "/wo" + "rk/", "/opt/sw" + "ift", "/ro" + "ot/", ".lib" + "rary/", "/tmp/h" + "-",
]

private func foreignPaths(in text: String, at path: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
        number, line in
        places.filter { line.contains($0) }.map { _ in
            "\(path):\(number + 1): the path of one machine"
        }
    }
}

@Suite("Paths")
struct PathTests {
    @Test("no file names a folder of one machine")
    func tree() {
        expectNone(Tree.paths.flatMap { foreignPaths(in: Tree.text(of: $0), at: $0) })
    }

    @Test("the rule is awake")
    func awake() {
        for place in places {
            #expect(foreignPaths(in: "a\ncd \"\(place)x\"", at: "run").count == 1)
        }
        #expect(foreignPaths(in: "cd /usr/lib; ls network/x", at: "run").isEmpty)
    }

    @Test("the tree is found, with all its parts")
    func found() {
        for path in ["Package.swift", "scripts/test", ".ci/run", "config.example.json"] {
            #expect(Tree.paths.contains(path))
        }
        #expect(Tree.sources.count > 50)
        #expect(!Tree.paths.contains { $0.hasPrefix(".build") || $0.hasPrefix(".git/") })
    }
}
