package import Curriculum
package import Dialogue
package import Foundation

/// What two invented people answer, by round and question, so that the whole course can be
/// walked and written down.
package struct CourseBank: Sendable {
    /// What is said to one question, in order: several messages, or one tap after the other.
    package enum Value: Sendable, Decodable {
        case text(String)
        case texts([String])
        case place(Int)
        case none

        package init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .none
            } else if let text = try? container.decode(String.self) {  // or another
                self = .text(text)
            } else if let texts = try? container.decode([String].self) {  // or a place
                self = .texts(texts)
            } else {
                self = .place(try container.decode(Int.self))
            }
        }
    }

    private struct File: Decodable {
        let people: [String: [String: [String: Value]]]
        let back: [String: [String: String]]
        let withheld: [String: [String: [Int]]]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            back = try container.decode([String: [String: String]].self, forKey: Key("back"))
            withheld = try container.decode(
                [String: [String: [Int]]].self, forKey: Key("withheld"))
            people = try container.allKeys.reduce(into: [:]) { people, key in
                guard key.stringValue != "back", key.stringValue != "withheld" else { return }
                people[key.stringValue] = try container.decode(
                    [String: [String: Value]].self, forKey: key)
            }
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(_ text: String) { stringValue = text }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private let file: File

    package init(_ data: Data) throws { file = try JSONDecoder().decode(File.self, from: data) }

    package func value(_ person: String, _ round: String, _ question: String) -> Value {
        file.people[person]?[round]?[question] ?? .none
    }

    /// What they say back after a round was shown, if they do.
    package func back(_ person: String, _ round: String) -> String? { file.back[person]?[round] }

    /// Which items of a round they keep, counted from 1.
    package func withheld(_ person: String, _ round: String) -> [Int] {
        file.withheld[person]?[round] ?? []
    }
}

/// A question of the course, as it is read.
package struct CourseQuestion: Sendable {
    package let round: RoundPlan
    package let index: Int
    package let text: String
    package let title: String
    package let options: [String: String]

    package var id: String { round.questions[index].id }
}

extension Curriculum {
    /// Every question there is, with each of its wordings, in one language.
    package func questions(in language: String) -> [CourseQuestion] {
        guard let book = phrasebook(language) else { return [] }
        return course.plans.flatMap { plan in
            plan.questions.indices.flatMap { index -> [CourseQuestion] in
                let count = plan.repeats ? 16 : 1
                let texts = (1...count).map {
                    book.text(of: .question(plan.name.occurring($0), index)).flat
                }
                var seen: Set<String> = []
                return texts.filter { seen.insert($0).inserted }.map { text in
                    CourseQuestion(
                        round: plan, index: index, text: text,
                        title: book.text(of: .title(plan.name, index)).flat,
                        options: labels(of: plan, index, book))
                }
            }
        }
    }

    private func labels(_ book: Phrasebook, _ options: [String], _ name: RoundName, _ index: Int)
        -> [String: String]
    {
        Dictionary(
            uniqueKeysWithValues: options.map {
                ($0, book.text(of: .option(name, index, $0)))
            })
    }

    private func labels(of plan: RoundPlan, _ index: Int, _ book: Phrasebook) -> [String: String] {
        switch plan.questions[index].form {
        case .choice(let options), .several(let options, _), .sort(let options, _):
            labels(book, options, plan.name, index)
        case .text, .lines, .scale, .carried: [:]
        }
    }
}

extension String {
    /// On one line, as scripts have it.
    package var flat: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
