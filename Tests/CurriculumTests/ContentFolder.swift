import Foundation

/// A folder of content files, gone when the test lets go of it.
final class ContentFolder: Sendable {
    let url: URL

    init(_ files: [String: String]) throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "talkaboutit-content-\(UUID().uuidString)")
        for (path, text) in files {
            let file = url.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit {
        // What is left of a temporary folder harms nobody.
        try? FileManager.default.removeItem(at: url)
    }
}
