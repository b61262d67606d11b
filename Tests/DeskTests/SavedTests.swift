import Desk
import Dialogue
import Foundation
import Store
import Testing

/// Files as they were once written: every form that was ever shipped still loads.
@Suite struct SavedTests {
    @Test func `what the first version saved still loads`() throws {
        let saved = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Saved/v1").resolvingSymlinksInPath()
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "saved-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            // A folder that stays behind is only a temporary one.
            try? FileManager.default.removeItem(at: folder)
        }
        for name in ["couple.json", "0001-1.json", "0002-0a.json"] {
            try FileManager.default.copyItem(
                at: saved.appending(path: name), to: folder.appending(path: name))
        }
        let store = try Store.open(folder.path)
        let page = try #require(try store.read(Page.self, at: RelativePath("couple.json")))
        #expect(page.couple.isJoined)
        #expect(page.couple.partners.first?.name.text == "Ada")
        #expect(page.couple.partners.second?.zone == "Europe/Berlin")
        #expect(page.couple.rounds.map(\.name.text).sorted() == ["0a", "1"])
        #expect(page.couple.stage(RoundName("0a"), of: .first) == .released)
        #expect(page.couple.stage(RoundName("0a"), of: .second) == .kept)
        let words = try #require(try store.read(Round.self, at: RelativePath("0001-1.json")))
        #expect(words.sheets.first.answer(0).length == "warm, near, slow".utf16.count)
        let liked = try #require(try store.read(Round.self, at: RelativePath("0002-0a.json")))
        #expect(liked.sheets.second.answer(0).pieces.count == 1)
        try store.close()
    }
}
