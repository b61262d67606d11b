import Foundation
import Testing

/// What `scripts/fuzz` begins with, and what it once found, goes through the same doors with every
/// run of the tests.
@Suite struct ReplayTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpus")

    @Test func `updates`() throws { try replay("updates", Updates.complaints) }
    @Test func `talks`() throws { try replay("talks", Talks.complaints) }
    @Test func `content`() throws { try replay("content", Content.complaints) }
    @Test func `folder`() throws { try replay("folder", Folder.complaints) }

    private func replay(_ name: String, _ complaints: ([UInt8]) -> [String]) throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: Self.corpus.appending(path: name), includingPropertiesForKeys: nil)
        #expect(files.count >= 10)
        for file in files.sorted(by: { $0.path < $1.path }) {
            let found = complaints(Array(try Data(contentsOf: file)))
            #expect(found == [], "\(file.lastPathComponent)")
        }
    }
}
