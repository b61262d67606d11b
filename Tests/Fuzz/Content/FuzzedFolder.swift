import Foundation

/// A folder of content files, made of bytes; gone when nobody holds it.
final class FuzzedFolder {
    let url: URL
    private var paths: Set<String> = []

    /// Files that content consists of; anything else below a `===` isn't written.
    private static let folders = ["rounds", "texts/en", "texts/en/rounds", "texts/tlh/rounds"]
    private static let top = ["course.json", "ideas.json", "lines.json", "zones.json"]

    init(_ bytes: [UInt8]) {
        url = FileManager.default.temporaryDirectory
            .appending(path: "fuzzed-content-\(ProcessInfo.processInfo.processIdentifier)")
        clear()
        let mark = Array("=== ".utf8)
        var path: String?
        var text: [UInt8] = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.starts(with: mark) {
                write(text, to: path)
                path = String(decoding: line.dropFirst(mark.count), as: UTF8.self)
                text = []
            } else {
                text += line + [UInt8(ascii: "\n")]
            }
        }
        write(text, to: path)
    }

    deinit { clear() }

    func holds(_ path: String) -> Bool { paths.contains(path) }

    private func write(_ text: [UInt8], to path: String?) {
        guard let path, paths.count < 8, FuzzedFolder.isContent(path) else { return }
        let file = url.appending(path: path)
        // What can't be written isn't there, and that can be read too.
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        // The same.
        try? Data(text).write(to: file)
        paths.insert(path)
    }

    private static func isContent(_ path: String) -> Bool {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        let name = names.last ?? ""
        return (top.contains(path) || folders.contains(names.dropLast().joined(separator: "/")))
            && name.hasSuffix(".json") && name.utf8.count <= 40
            && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    private func clear() {
        // Nothing there is as good as nothing left.
        try? FileManager.default.removeItem(at: url)
    }
}
