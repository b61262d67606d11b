import Dialogue
import Foundation

/// Reads content files and collects everything that is wrong with them.
struct ContentReader {
    let folder: URL
    private(set) var faults: [CurriculumFaults.Fault] = []

    init(folder: URL) { self.folder = folder }

    mutating func note(_ file: String, _ what: String) {
        faults.append(.init(file: file, what: what))
    }

    mutating func read<File: Decodable>(_ type: File.Type, at path: String) -> File? {
        let data: Data
        do {
            data = try Data(contentsOf: folder.appending(path: path))
        } catch {
            note(path, "can't be read: is it there, and readable?")
            return nil
        }
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            note(path, error.mend)
        } catch {
            note(path, "isn't JSON of the form expected here")
        }
        return nil
    }

    /// Names of the folders in a folder, sorted.
    func folders(in path: String) -> [String] {
        let place = folder.appending(path: path)
        // A folder that can't be listed shows as a missing English phrasebook, which is said.
        let found = try? FileManager.default.contentsOfDirectory(
            at: place, includingPropertiesForKeys: [.isDirectoryKey])
        return (found ?? []).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
    }

    /// What must hold between rounds.
    mutating func check(_ plans: [RoundPlan]) {
        let names = plans.map(\.name)
        for plan in plans {
            let file = "rounds/\(plan.name.text).json"
            let others =
                [
                    plan.lighterTwin, plan.revealsWith, plan.decidedIn, plan.besides, plan.needs,
                    plan.gathers, plan.wishes,
                ] + plan.questions.map(\.recalls) + plan.more
            for other in others.compactMap({ $0 }) where !names.contains(other) {
                note(file, "names the round \(other.text), which isn't in course.json")
            }
            if plan.questions.isEmpty { note(file, "has no question; give it at least one") }
            for index in plan.questions.indices { check(index, of: plan, in: file) }
        }
    }

    private mutating func check(_ index: Int, of plan: RoundPlan, in file: String) {
        let question = plan.questions[index]
        switch question.form {
        case .choice(let options) where options.count < 2 || options.count > 9:
            note(file, "\(question.id): give a choice 2 to 9 options")
        case .several(let options, let most) where options.count > 24 || most >= options.count:
            note(file, "\(question.id): give at most 24 options, and a smaller \"most\"")
        case .sort(let options, let lines):
            if options.count < 2 || options.count > 6 {
                note(file, "\(question.id): give 2 to 6 options to sort by")
            }
            if lines >= index || plan.questions[lines].form != .lines {
                note(file, "\(question.id): \"of\" names an earlier question of the form lines")
            }
        case .scale(let steps) where steps < 3 || steps > 7:
            note(file, "\(question.id): give a scale 3 to 7 steps")
        case .carried, .text, .lines, .choice, .several, .scale:
            break
        }
    }
}

extension DecodingError {
    /// What to mend, by the place in the file. Names keys, never values.
    fileprivate var mend: String {
        switch self {
        case .keyNotFound(let key, let context):
            "\(place(context)): the key \"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(place(context)): another type is expected here"
        case .dataCorrupted(let context):
            "\(place(context)): isn't valid here, or the file isn't JSON"
        @unknown default:
            "isn't of the form expected here"
        }
    }

    private func place(_ context: Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        return path.isEmpty ? "at the top" : path.joined(separator: ".")
    }
}
