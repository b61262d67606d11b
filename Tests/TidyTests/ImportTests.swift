import Testing

/// Which target may import what. SwiftPM does not enforce it: an undeclared import builds or not
/// depending on what was built before.
private let allowed: [String: Set<String>] = [
    "Dialogue": [],
    "Curriculum": ["Crypto", "Dialogue", "Foundation", "Rhythm"],
    "Rhythm": ["Dialogue", "Foundation", "Synchronization"],
    "Messenger": ["Foundation"],
    "Pictures": ["CPango", "CRsvg", "CZlib", "Foundation"],
    "Curl": ["Messenger", "CCurl", "CCurlShim", "Foundation", "Glibc", "Synchronization"],
    "Wire": ["Messenger", "Foundation"],
    "Telegram": ["Messenger", "Wire", "Foundation"],
    "Matrix": ["Messenger", "Wire", "Crypto", "Foundation"],
    "Store": ["Foundation", "Glibc", "SystemPackage", "Crypto"],
    "Desk": [
        "Dialogue", "Curriculum", "Pictures", "Rhythm", "Messenger", "Store", "Dispatch",
        "Foundation", "Logging", "ServiceLifecycle", "Synchronization",
    ],
    "Control": [
        "Messenger", "Foundation", "Glibc", "Logging", "ServiceLifecycle", "Synchronization",
    ],
    "LocalChat": [
        "Glibc",
        "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOHTTPTypes", "NIOPosix",
        "NIOHTTP1", "Foundation", "Logging", "ServiceLifecycle", "Synchronization",
    ],
]

/// The executable wires everything, so it may import everything.
private let free: Set = ["talkaboutit"]

private func foreignImports(in file: SourceText) -> [String] {
    guard file.isSource, !free.contains(file.target) else { return [] }
    guard let allowed = allowed[file.target] else {
        return [file.finding(0, "the target \(file.target) has no line in the table of imports")]
    }
    return file.codeLines.indices.compactMap { line in
        let words = words(in: file.codeLines[line])
        guard let keyword = words.firstIndex(of: "import"), keyword <= 2,
            let module = words[(keyword + 1)...].first(where: { !kinds.contains($0) }),
            !allowed.contains(String(module))
        else { return nil }
        return file.finding(line, "\(file.target) may not import \(module)")
    }
}

/// `import struct Foundation.Date` imports from Foundation.
private let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
]

@Suite("Imports")
struct ImportTests {
    @Test("arrows point inward")
    func tree() { expectNone(Tree.sources.flatMap(foreignImports)) }

    @Test(
        "the rule is awake",
        arguments: [
            ("Dialogue", "import Foundation"), ("Messenger", "package import Glibc"),
            ("Telegram", "@preconcurrency import Logging"), ("Novelty", "let x = 1"),
            ("Rhythm", "import struct Glibc.stat"), ("Desk", "internal import Telegram"),
        ])
    func awake(target: String, text: String) {
        #expect(foreignImports(in: sample(text, in: target)).count == 1)
    }

    @Test("what may be imported may be imported")
    func calm() {
        let text = "package import Dialogue\nimport struct Foundation.Date\n// import Glibc"
        #expect(foreignImports(in: sample(text, in: "Rhythm")).isEmpty)
    }
}
