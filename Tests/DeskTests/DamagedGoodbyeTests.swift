import Dialogue
import Foundation
import Rehearsal
import Testing

@testable import Desk
@testable import Store

/// One answer that nobody can read any more keeps nobody from going.
@Suite struct DamagedGoodbyeTests {
    /// Ada and Ben, whose first shared round is damaged on disk.
    private func damaged() async throws -> DeskStage {
        let stage = try await DeskStage.paired()
        for deed: Deed in [
            .press(data: "or.5"), .say("They always wait."),
            .tap(label: "Keep to myself", below: nil), .press(data: "or.1"), .say("warm"),
            .tap(label: "Keep to myself", below: nil),
        ] { try await stage.act(deed, by: "Ada") }
        try await stage.desk.close()
        let round = try #require(
            try stage.documents().first { $0.hasSuffix("-5.json") && $0.contains("rounds/") })
        let path = stage.folder.appending(path: round)
        var bytes = try Data(contentsOf: path)
        bytes[bytes.count / 2] ^= 0x11
        try bytes.write(to: path)
        try await stage.start()
        _ = try await stage.heard(expecting: 0)
        return stage
    }

    @Test func `forgetting destroys it with the rest`() async throws {
        let stage = try await damaged()
        try await stage.act(.say("/forget now"), by: "Ada")
        let told = try await stage.heard(expecting: 1).map(\.text)
        #expect(told.contains { $0.hasPrefix("Erased:") }, "\(told)")
        #expect(try !stage.disclosed().contains { $0.contains("warm") })
        // Ben's own go on.
        try await stage.act(.say("/status"), by: "Ben")
        #expect(
            try await stage.heard(expecting: 1).last?.text.hasPrefix("You are Ben, joined") == true)
    }

    @Test func `leaving takes along what can be read`() async throws {
        let stage = try await damaged()
        try await stage.act(.say("/leave now"), by: "Ada")
        #expect(
            try await stage.heard(expecting: 1).last?.text.hasPrefix("Done. You aren't") == true)
        try await stage.act(.say("/answers"), by: "Ada")
        #expect(try await stage.heard(expecting: 1).last?.text.contains("[1]") == true)
        try await stage.act(.say("/status"), by: "Ben")
        #expect(
            try await stage.heard(expecting: 1).last?.text.hasPrefix("You are Ben, joined") == true)
    }
}
