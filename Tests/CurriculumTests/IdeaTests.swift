import Dialogue
import Foundation
import Testing

@testable import Curriculum

/// Each idea of the article is a round, and each round comes from an idea.
@Suite struct IdeaTests {
    private let curriculum: Curriculum

    init() throws { curriculum = try Curriculum.builtIn() }

    @Test func `no idea is without a round, and the content's own list agrees`() {
        #expect(ArticleIdea.all.map(\.key).sorted() == curriculum.ideas.map(\.key).sorted())
        #expect(faults(ArticleIdea.all, curriculum.ideas, curriculum.course.plans) == [])
    }

    @Test func `every round comes from an idea that names it`() {
        let table = Dictionary(
            ArticleIdea.all.map { ($0.key, $0.rounds) }, uniquingKeysWith: { one, _ in one })
        #expect(table.count == ArticleIdea.all.count)
        for plan in curriculum.course.plans {
            #expect(
                table[plan.idea]?.contains(plan.name.text) == true,
                "\(plan.name.text) comes from \(plan.idea), which doesn't name it")
        }
    }

    @Test func `the other road has every idea too`() {
        #expect(missingTwins(curriculum.course.plans) == [])
    }

    @Test func `these rules are awake`() throws {
        let plans = curriculum.course.plans
        let lost = ArticleIdea("lost", "nowhere", "")
        #expect(faults([lost], [], plans) == ["lost: no round", "lost: isn't in ideas.json"])
        let gone = ArticleIdea("gone", "nowhere", "99")
        let idea = Idea(key: "gone", says: "x", rounds: [RoundName("98")])
        #expect(
            faults([gone], [idea], plans) == [
                "gone: no round 99", "gone: ideas.json names 98",
            ])
        #expect(faults([], [idea], plans) == ["gone: only in ideas.json"])
        let gated = try #require(plans.first { $0.isGated && $0.lighterTwin != nil })
        let rest = plans.filter { $0.name != gated.lighterTwin }
        #expect(missingTwins(rest).contains(gated.name.text))
    }

    @Test func `the page for people says the same, in order`() throws {
        let page = try String(
            contentsOf: EditedContent.root.appending(path: "docs/ideas.md"), encoding: .utf8)
        let book = try #require(curriculum.phrasebook("en"))
        let rows = curriculum.ideas.enumerated().map { index, idea in
            let rounds = idea.rounds.map { name -> String in
                guard let plan = curriculum.course.plan(name) else { return "the welcome" }
                return "\(name.text) \(book.text(of: .title(name, plan.firstWritten)))"
            }
            return
                "| \(index + 1) | \(idea.says) | \(rounds.joined(separator: " · ")) | `\(idea.key)` |"
        }
        let table = (["| | idea | rounds | key |", "|---|---|---|---|"] + rows).joined(
            separator: "\n")
        #expect(page.contains(table), "put this there:\n\(table)")
    }

    private func faults(
        _ table: [ArticleIdea], _ ideas: [Idea], _ plans: [RoundPlan]
    ) -> [String] {
        // The welcome is no round of the course.
        let names = Set(plans.map(\.name.text)).union(["0"])
        let found = table.flatMap { idea -> [String] in
            var found = idea.rounds.isEmpty ? ["\(idea.key): no round"] : []
            found += idea.rounds.filter { !names.contains($0) }.map {
                "\(idea.key): no round \($0)"
            }
            guard let listed = ideas.first(where: { $0.key == idea.key }) else {
                return found + ["\(idea.key): isn't in ideas.json"]
            }
            let told = listed.rounds.map(\.text)
            guard told != idea.rounds else { return found }
            return found + ["\(idea.key): ideas.json names \(told.joined(separator: " "))"]
        }
        let keys = table.map(\.key)
        return found
            + ideas.filter { !keys.contains($0.key) }.map { "\($0.key): only in ideas.json" }
    }

    /// Gated rounds whose idea the lighter road would lose.
    private func missingTwins(_ plans: [RoundPlan]) -> [String] {
        plans.filter { plan in
            guard plan.isGated, plan.place != .twin else { return false }
            let twin = plans.first { $0.name == plan.lighterTwin }
            return twin?.place != .twin || twin?.idea != plan.idea || twin?.isGated != false
        }.map(\.name.text)
    }
}
