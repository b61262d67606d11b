import Foundation

/// The files of this repository, found from this file's own place.
enum Tree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file under `Sources` and `Tests`.
    static let swift: [SourceText] = paths.filter {
        $0.hasSuffix(".swift") && ($0.hasPrefix("Sources/") || $0.hasPrefix("Tests/"))
    }.map { SourceText(path: $0, text: text(of: $0)) }

    static let sources = swift.filter(\.isSource)

    /// Every file that is ours, whatever its kind, by its path from the root.
    static let paths: [String] = {
        let files = FileManager.default
        var found: [String] = []
        var folders = [""]
        while let folder = folders.popLast() {
            let path = root.path + "/" + folder
            // A folder that went away meanwhile holds nothing to look at.
            for name in (try? files.contentsOfDirectory(atPath: path)) ?? [] {
                var isFolder: ObjCBool = false
                let inside = folder.isEmpty ? name : "\(folder)/\(name)"
                guard !isForeign(name),
                    files.fileExists(atPath: root.path + "/" + inside, isDirectory: &isFolder)
                else { continue }
                if isFolder.boolValue { folders.append(inside) } else { found.append(inside) }
            }
        }
        return found.sorted()
    }()

    /// A file's text; empty for a picture and the like.
    static func text(of path: String) -> String {
        guard let data = FileManager.default.contents(atPath: root.path + "/" + path) else {
            return ""
        }
        return String(data: data, encoding: .utf8) ?? ""
    }

    /// What tools, or a running program, made.
    private static func isForeign(_ name: String) -> Bool {
        name == ".git" || name.hasPrefix(".build") || name.hasPrefix(".venv")
            || name == "Package.resolved" || name == "__pycache__" || name == "config.json"
            || name == "data" || name.hasPrefix("data.")
    }
}
