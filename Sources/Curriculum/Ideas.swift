package import Dialogue

/// An idea of the article, in our own words, and the rounds that carry it.
package struct Idea: Sendable, Equatable, Decodable {
    package let key: String
    package let says: String
    /// `0` is the welcome.
    package let rounds: [RoundName]
}

/// `ideas.json`.
struct IdeasFile: Decodable {
    let schema: Int
    let ideas: [Idea]
}

extension ContentReader {
    /// Reads the ideas, and notes those that name a round which isn't there.
    mutating func ideas() -> [Idea] {
        let file = "ideas.json"
        let ideas = read(IdeasFile.self, at: file)?.ideas ?? []
        for (index, idea) in ideas.enumerated() {
            if ideas[..<index].contains(where: { $0.key == idea.key }) {
                note(file, idea.key, "is there twice; take one out")
            }
            // Without any, it's the order that can't be read, which is said.
            for name in idea.rounds
            where !names.isEmpty && name.text != "0" && !names.contains(name) {
                note(file, idea.key, "names the round \(name.text), which isn't in course.json")
            }
        }
        return ideas
    }
}
