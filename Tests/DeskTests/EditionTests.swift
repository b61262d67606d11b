import Curriculum
import Dialogue
import Foundation
import Store
import Testing

@testable import Desk
@testable import Rehearsal

/// Whoever has begun a round goes on by the words and questions it had then.
@Suite struct EditionTests {
    private let content: ContentCopy
    private let stage: DeskStage

    init() throws {
        content = try ContentCopy()
        stage = try DeskStage(
            start: .scriptStart, curriculum: try Curriculum.load(from: content.folder))
    }

    @Test func `an open round goes on by its old words, and a new couple gets the new ones`()
        async throws
    {
        try await rehearse(Scenes.pairing, on: stage)
        try await change()
        try await rehearse(Self.oldWay, on: stage)
        try await rehearse(Self.begunAnew, on: stage, pair: ("Cleo", "Dan"))
        try await stage.powerCut()
        try await rehearse(Self.endsTheOldWay, on: stage)
    }

    @Test func `a definition is kept once, never rewritten, and no forgetting takes it`()
        async throws
    {
        try await rehearse(Scenes.pairing, on: stage)
        try await stage.powerCut()
        let first = try kept()
        #expect(first.count == 2)
        #expect(!first.values.contains { $0.contains("did lately that you liked") })
        #expect(try stage.disclosed().contains { $0.contains("did lately that you liked") })
        try await change()
        try await rehearse(Self.oldWay, on: stage)
        try await stage.powerCut()
        #expect(try kept() == first)
        try await rehearse(
            """
            Ada: /forget now
            bot → Ada: Erased: what you wrote here,…
            Ben: /forget now
            bot → Ben: Erased: what you wrote here,…
            """, on: stage)
        try await stage.powerCut()
        #expect(try kept() == first)
        try await rehearse(Self.begunAnew, on: stage, pair: ("Cleo", "Dan"))
        try await stage.powerCut()
        let last = try kept()
        #expect(last.count == 3)
        for (name, text) in first { #expect(last[name] == text) }
    }

    @Test func `a definition that can't be read sets its couple aside, and nobody else`()
        async throws
    {
        try await rehearse(Scenes.pairing, on: stage)
        try await change()
        for name in try kept().keys {
            try Data("{".utf8).write(to: stage.folder.appending(path: "definitions/\(name)"))
        }
        try await stage.powerCut()
        try await rehearse(
            """
            Ada: You laughed.
            bot → Ada: I can't open what I keep for you just now, so I haven't taken or done that,…
            """, on: stage)
        try await rehearse(Self.begunAnew, on: stage, pair: ("Cleo", "Dan"))
    }

    @Test func `a round that the host took away is finished by whoever has begun it`()
        async throws
    {
        let hosts = try ContentCopy()
        try HostsRound.write(to: hosts.folder.appending(path: "own"))
        stage.curriculum = try Curriculum.builtIn(hosts: hosts.folder.appending(path: "own"))
        try await stage.powerCut()
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Self.hostsRoundBegun, on: stage)
        stage.curriculum = try Curriculum.builtIn()
        try await stage.powerCut()
        try await rehearse(Self.begunAsBefore, on: stage, pair: ("Cleo", "Dan"))
        try await rehearse(
            """
            Cleo: /rounds
            bot → Cleo: Just now it's about arriving. Next may come: Intimacy, said quickly Open to… [1] [2] [3] [4] [5]
            """, on: stage)
        try await rehearse(Self.hostsRoundEnded, on: stage)
    }

    @Test func `who leaves takes along the words they answered`() async throws {
        try await rehearse(Scenes.pairing, on: stage)
        try await change()
        try await rehearse(Self.oldWay, on: stage)
        try await rehearse(Self.leftWithIt, on: stage)
        try await stage.powerCut()
        try await rehearse(Self.stillTheOldTitle, on: stage)
    }

    @Test func `who joins another who began by earlier words goes on by those`() async throws {
        try await rehearse(Scenes.solo, on: stage)
        try content.replace(
            "Three words, quickly", by: "Quick, three words", in: "texts/en/rounds/1.json")
        stage.curriculum = try Curriculum.load(from: content.folder)
        try await stage.powerCut()
        try await rehearse(Self.joinsByNewWords, on: stage)
    }

    @Test func `who is joined to another brings along the words they answered`() async throws {
        try await rehearse(Scenes.solo.replacing("Ada", with: "Ben"), on: stage)
        try await rehearse(Self.oneMoreAlone, on: stage)
        try content.replace(
            "Intimacy, said quickly", by: "Said fast", in: "texts/en/rounds/2.json")
        stage.curriculum = try Curriculum.load(from: content.folder)
        try await stage.powerCut()
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(Self.joinsWithOldWords, on: stage)
    }

    @Test func `what was put together once is read no more`() async throws {
        try await rehearse(Scenes.pairing, on: stage)
        try await change()
        try await stage.desk.close()
        let cabinet = try stage.cabinet()
        let library = Library(today: stage.curriculum, cabinet: cabinet)
        let page = try #require(
            try cabinet.couples().compactMap { try cabinet.page($0) }
                .first { $0.couple.isJoined })
        let liked = RoundName("0a")
        func text(_ content: Curriculum) -> String? {
            content.phrasebook("en")?.text(of: .question(liked, 0))
        }
        let content = try library.content(of: page.couple)
        #expect(content.course.plan(liked)?.questions.count == 1)
        #expect(library.today.course.plan(liked)?.questions.count == 2)
        try FileManager.default.removeItem(at: stage.folder.appending(path: "definitions"))
        #expect(text(try library.content(of: page.couple)) == text(content))
        try cabinet.close()
    }

    @Test func `lines saved before there were editions have today's words`() throws {
        let saved = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Saved/v1/couple.json").resolvingSymlinksInPath()
        struct Document: Decodable { let value: Page }
        let couple = try JSONDecoder().decode(Document.self, from: Data(contentsOf: saved))
            .value.couple
        #expect(couple.rounds.count == 2)
        #expect(couple.rounds.allSatisfy { $0.edition == nil })
        #expect(try Curriculum.builtIn().foreign(in: couple).isEmpty)
    }

    @Test func `who was in the midst of another edition takes it up again after joining`() {
        let ada = couple("ada", edition: "a", stage: .asked(question: 0))
        for (stage, after) in [
            (Dialogue.Stage.asked(question: 0), Dialogue.Stage.offered),
            (.asked(question: 1), .alone),
            (.reviewing(question: 7), .alone), (.picking, .alone), (.kept, .kept),
        ] {
            let ben = couple("ben", edition: "b", stage: stage)
            #expect(ben.resting(for: ada).rounds[0].stages.first == after)
            #expect(ben.resting(for: ben).rounds[0].stages.first == stage)
        }
    }

    private func couple(_ name: String, edition: String, stage: Dialogue.Stage) -> Couple {
        let id = PersonID(name)
        let partner = Partner(
            id: id, name: Words(by: id, name), language: "en", zone: "UTC",
            hour: LocalTime(minutesAfterMidnight: 0),
            consent: Consent(version: 1, at: Moment(0)))
        var couple = Couple(id: name, first: partner)
        couple.rounds = [
            RoundLine(
                serial: 1, name: RoundName("1"), stages: Pair(stage, .untouched),
                edition: edition)
        ]
        return couple
    }

    /// The content changes while the program is stopped: other words, and one question more.
    private func change() async throws {
        let texts = "texts/en/rounds/0a.json"
        try content.replace("One small thing the other did", by: "A thing they did", in: texts)
        try content.replace("Something I liked", by: "Liked", in: texts)
        try content.replace("Talking is easier", by: "It is easier", in: texts)
        try content.replace(
            #""questions": {"#,
            by: #""questions": { "more": {"title": "More", "text": "What else?"},"#, in: texts)
        try content.replace(
            #""form": "text""#, by: #""form": "text" }, { "id": "more", "form": "text""#,
            in: "rounds/0a.json")
        stage.curriculum = try Curriculum.load(from: content.folder)
        try await stage.powerCut()
    }

    /// The definitions in the data folder, by their files, each with what shows that it was
    /// written anew.
    private func kept() throws -> [String: String] {
        let folder = stage.folder.appending(path: "definitions")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                let file = folder.appending(path: name)
                let facts = try FileManager.default.attributesOfItem(atPath: file.path)
                let number = facts[.systemFileNumber].map { "\($0)" } ?? ""
                return (name, try String(contentsOf: file, encoding: .utf8) + number)
            })
    }
}
