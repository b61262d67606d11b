import Dialogue
import Foundation

/// A round as it was read, and where from.
struct LoadedRound {
    /// Its structure's file, as it is told.
    let file: String
    let edition: String
    let definition: RoundDefinition
    let plan: RoundPlan
}

extension ContentReader {
    /// Reads rounds that come with the program, in their order, with their texts in all of these
    /// languages. What is wrong with a round is noted, and it is left out.
    mutating func rounds(_ names: [String], in languages: [String]) -> [LoadedRound] {
        for name in Set(names).sorted() where names.count(where: { $0 == name }) > 1 {
            note("course.json", "order", "names the round \(name) twice; take one out")
        }
        return names.compactMap { round($0, in: languages) { _ in true } }
    }

    /// Reads the rounds in a folder of the host's, which come after those of the program.
    mutating func rounds(
        ofHostIn folder: URL, _ languages: [String], beside others: [LoadedRound]
    ) -> [LoadedRound] {
        let path = folder.path(percentEncoded: false)
        var reader = ContentReader(folder: folder, label: path.hasSuffix("/") ? path : path + "/")
        let loaded = reader.hostsRounds(languages, beside: others)
        add(reader)
        return loaded
    }

    private mutating func hostsRounds(
        _ languages: [String], beside others: [LoadedRound]
    ) -> [LoadedRound] {
        guard holds("rounds") else {
            note("rounds", "there is no such folder; put each round there, as its name and .json")
            return []
        }
        let found = documents(in: "rounds")
        let names = hostsOrder(of: found)
        for language in folders(in: "texts") where !languages.contains(language) {
            note(
                "texts/\(language)",
                "the bot doesn't speak that; it speaks: "
                    + languages.joined(separator: ", "))
        }
        for language in languages {
            for name in documents(in: "texts/\(language)/rounds") where !found.contains(name) {
                note(
                    "texts/\(language)/rounds/\(name).json",
                    "there is no rounds/\(name).json that this belongs to")
            }
        }
        let phases = Set(others.map(\.plan.phase)).sorted()
        return names.compactMap { name in
            let loaded = round(name, in: languages, isHosts: true) { $0 == "en" }
            if let plan = loaded?.plan { checkHosts(plan, phases, beside: others) }
            return loaded
        }
    }

    /// As their `course.json` says; all there are, if there is none.
    private mutating func hostsOrder(of found: [String]) -> [String] {
        let path = "course.json"
        guard holds(path) else { return found }
        guard let order = read(CourseFile.self, at: path, like: .hostsCourse)?.file.order else {
            return found
        }
        for name in found where !order.contains(name) {
            note(path, "order", "doesn't name \(name); add it, or take rounds/\(name).json away")
        }
        var names: [String] = []
        for name in order {
            if names.contains(name) {
                note(path, "order", "names the round \(name) twice; take one out")
            } else {
                names.append(name)
            }
        }
        return names
    }

    private mutating func checkHosts(
        _ plan: RoundPlan, _ phases: [String], beside others: [LoadedRound]
    ) {
        let file = "rounds/\(plan.name.text).json"
        if others.contains(where: { $0.plan.name == plan.name }) {
            note(
                file, "name",
                "the program has a round \(plan.name.text) already; give yours another name, for"
                    + " instance H\(plan.name.text), in it and to its files")
        }
        if plan.place != .side, plan.place != .twin {
            note(
                file, "place",
                "is \(plan.place.rawValue), and only the program's own rounds come by themselves;"
                    + " write side, or twin for a lighter way past another")
        }
        if !phases.contains(plan.phase) {
            let near = Spelling.nearest(to: plan.phase, among: phases).map {
                "; did you mean \($0)?"
            }
            note(
                file, "phase",
                "expected one of \(phases.joined(separator: ", "))\(near ?? "")")
        }
    }

    private mutating func round(
        _ name: String, in languages: [String], isHosts: Bool = false,
        isRequired: (_ language: String) -> Bool
    ) -> LoadedRound? {
        let path = "rounds/\(name).json"
        names.insert(RoundName(name))
        guard let (tree, structure) = read(RoundFile.self, at: path, like: .round) else {
            return nil
        }
        if structure.name.text != name {
            note(
                path, "name",
                "is \(structure.name.text), and the file is called \(name).json; give both the same"
            )
        }
        guard structure.name.isFit else {
            note(path, "name", "give 1 to 12 letters (a to z) and digits, and nothing else")
            return nil
        }
        let plan = structure.plan()
        var trees: [String: ContentTree] = [:]
        var texts: [String: RoundTexts] = [:]
        for language in languages {
            let path = "texts/\(language)/rounds/\(name).json"
            guard isRequired(language) || holds(path) else { continue }
            guard let found = read(RoundTexts.self, at: path, like: .roundTexts) else { continue }
            trees[language] = found.tree
            texts[language] = found.file
            for fault in found.file.faults(for: plan) { note(path, fault.place, fault.what) }
        }
        let definition = RoundDefinition(structure: structure, texts: texts, isHosts: isHosts)
        let edition = RoundDefinition.edition(of: tree, texts: trees)
        return LoadedRound(
            file: label + path, edition: edition, definition: definition,
            plan: definition.plan(edition: edition))
    }
}

extension RoundName {
    /// Whether it can be a file's name, a part of a button's data, and be counted on.
    fileprivate var isFit: Bool {
        (1...12).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
