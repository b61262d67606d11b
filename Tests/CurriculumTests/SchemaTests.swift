import Dialogue
import Foundation
import Testing

@testable import Curriculum

/// What the JSON Schemas tell an editor is what the program checks.
@Suite struct SchemaTests {
    @Test func `a round's structure`() throws {
        #expect(try faults(of: "round", like: .round) == [])
    }

    @Test func `a round's texts`() throws {
        #expect(try faults(of: "round-texts", like: .roundTexts) == [])
    }

    /// One schema for both: every key of the program's own file, and as few of them needed as in a
    /// host's.
    @Test func `an order`() throws {
        let own = keys(of: .course)
        let hosts = keys(of: .hostsCourse)
        #expect(Set(hosts.map(\.name)).isSubset(of: own.map(\.name)))
        let merged = own.map { key in
            Shape.Key(
                name: key.name, shape: key.shape,
                isRequired: hosts.contains { $0.name == key.name && $0.isRequired })
        }
        #expect(try faults(of: "course", like: .object(merged)) == [])
    }

    @Test func `the ideas and the parts of the course`() throws {
        let curriculum = try Curriculum.builtIn()
        let keys = try #require(try schema("round")["properties"])
        #expect(keys["idea"]?["enum"]?.texts == curriculum.ideas.map(\.key))
        #expect(keys["idea"]?["enumDescriptions"]?.texts == curriculum.ideas.map(\.says))
        let phases = Set(curriculum.course.plans.map(\.phase))
        #expect(keys["phase"]?["enum"]?.texts.sorted() == phases.sorted())
    }

    @Test func `the comparison is awake`() throws {
        let tree = try schema("course")
        let wrong: [(Shape, String)] = [
            (.object([]), "keys"), (.list(.text), "type"),
            (.object(keys(of: .course)), "required"),
        ]
        for (shape, what) in wrong {
            #expect(differences(shape, tree, at: "").contains { $0.contains(what) }, "\(what)")
        }
        let shape = Shape.oneOf(["a"])
        let node = ContentTree.object([
            .init(key: "title", value: .text("t")), .init(key: "description", value: .text("d")),
            .init(key: "type", value: .text("string")), .init(key: "enum", value: .list([])),
        ])
        #expect(differences(shape, node, at: "x") == ["x: enum"])
        #expect(differences(.text, node, at: "x") == [])
        #expect(differences(.number(1...2), node, at: "x").count == 3)
    }

    /// Where the schema lies is for the editor: the file is read as if it weren't told.
    @Test func `a file may tell an editor where its schema lies`() throws {
        let content = try EditedContent()
        func edition() throws -> String? {
            try Curriculum.load(from: content.folder).course.plan(RoundName("5"))?.edition
        }
        let before = try edition()
        for path in ["rounds/5.json", "texts/en/rounds/5.json", "course.json"] {
            try content.edit(path) { $0["$schema"] = "../schema/some.schema.json" }
        }
        #expect(try edition() == before)
        try content.edit("rounds/5.json") { $0["$schema"] = "elsewhere" }
        #expect(try edition() == before)
        try content.edit("rounds/5.json") { $0["depth"] = 2 }
        #expect(try edition() != before)
    }

    @Test func `it is a text, at the top, and nothing else takes its place`() throws {
        let content = try EditedContent()
        try content.edit("rounds/5.json") { $0["$schema"] = 1 }
        try content.edit("rounds/6.json") { $0.questions[0]["$schema"] = "x" }
        try content.edit("rounds/7.json") {
            $0["shema"] = 1
            $0["schema"] = nil
        }
        let found = #expect(throws: CurriculumFaults.self) {
            try Curriculum.load(from: content.folder)
        }
        let said = try #require(found).description
        for part in [
            "rounds/5.json: $schema: expected a text in quotes",
            "rounds/6.json: questions[0].$schema: there is no such key",
            "rounds/7.json: shema: there is no such key; did you mean schema?",
        ] {
            #expect(said.contains(part), "\(part) in:\n\(said)")
        }
    }

    private func faults(of name: String, like shape: Shape) throws -> [String] {
        differences(shape, try schema(name), at: name)
    }

    private func schema(_ name: String) throws -> ContentTree {
        let file = EditedContent.root.appending(path: "docs/schema/\(name).schema.json")
        return try ContentTreeReading.tree(of: [UInt8](Data(contentsOf: file)))
    }

    private func keys(of shape: Shape) -> [Shape.Key] {
        guard case .object(let keys) = shape else { return [] }
        return keys
    }

    /// Where a schema says something else than the shape, or says nothing to whoever writes.
    private func differences(_ shape: Shape, _ node: ContentTree, at place: String) -> [String] {
        var found: [String] = []
        func expect(_ isSame: Bool, _ what: String) {
            if !isSame { found.append("\(place): \(what)") }
        }
        expect(node["title"]?.words?.isEmpty == false, "title")
        expect(node["description"]?.words?.isEmpty == false, "description")
        expect(node["type"] == .text(shape.typeInSchemas), "type")
        switch shape {
        case .text: expect(node["pattern"] != nil || node["enum"] != nil, "pattern")
        case .truth: break
        case .number(let range):
            expect(node["minimum"] == .number(String(range.lowerBound)), "minimum")
            expect(node["maximum"] == .number(String(range.upperBound)), "maximum")
        case .oneOf(let names): expect(node["enum"]?.texts == names, "enum")
        case .list(let shape):
            found += differences(shape, node["items"] ?? .null, at: place + "[]")
        case .map(let shape):
            found += differences(shape, node["additionalProperties"] ?? .null, at: place + ".*")
        case .object(let keys):
            let names = Set(keys.map(\.name))
            let required = Set(keys.filter(\.isRequired).map(\.name))
            expect(Set(node["properties"]?.keys ?? []) == names, "keys")
            expect(Set(node["required"]?.texts ?? []) == required, "required")
            expect(node["additionalProperties"] == .truth(false), "additionalProperties")
            for key in keys {
                let below = node["properties"]?[key.name] ?? .null
                found += differences(key.shape, below, at: place.below(key.name))
            }
        }
        return found
    }
}

extension Shape {
    /// What JSON Schema calls it.
    fileprivate var typeInSchemas: String {
        switch self {
        case .text, .oneOf: "string"
        case .truth: "boolean"
        case .number: "integer"
        case .list: "array"
        case .map, .object: "object"
        }
    }
}

extension ContentTree {
    fileprivate subscript(key: String) -> ContentTree? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    fileprivate var keys: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.key)
    }

    fileprivate var words: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// Of a list of texts.
    fileprivate var texts: [String] {
        guard case .list(let values) = self else { return [] }
        return values.compactMap(\.words)
    }
}
