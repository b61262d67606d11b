package import Dialogue
package import Foundation

/// What is listened for in a text, in one language: `texts/<language>/hearing.json`.
package struct Hearing: Sendable, Equatable {
    package let blame: BlameWords
    package let crisis: CrisisWords

    /// What comes with the program.
    ///
    /// - Throws: every fault that was found, not just the first.
    package static func builtIn(language: String = "en") throws(CurriculumFaults) -> Hearing {
        try load(language, from: Bundle.module.bundleURL.appending(path: "Content"))
    }

    /// Reads one language from a folder laid out like the built-in one.
    package static func load(
        _ language: String, from folder: URL
    ) throws(CurriculumFaults) -> Hearing {
        var reader = ContentReader(folder: folder)
        let hearing = reader.hearing(language)
        guard reader.faults.isEmpty, let hearing else {
            throw CurriculumFaults(faults: reader.faults)
        }
        return hearing
    }
}

extension ContentReader {
    /// Reads what is listened for in one language, and notes every phrase that can't be.
    mutating func hearing(_ language: String) -> Hearing? {
        let path = "texts/\(language)/hearing.json"
        guard let file = read(HearingFile.self, at: path) else { return nil }
        let blame = BlameWords(file.blame, except: file.blameExcept)
        let crisis = CrisisWords(file.crisis, except: file.crisisExcept)
        for phrase in blame.unreadable + crisis.unreadable {
            note(
                path,
                "\"\(phrase)\" can't be listened for: begin with a word that is neither * nor ends"
                    + " in ?, write at most 16 words, and one word for each alternative")
        }
        return Hearing(blame: blame, crisis: crisis)
    }
}

private struct HearingFile: Decodable {
    let schema: Int
    let blame: [String]
    let blameExcept: [String]
    let crisis: [String]
    let crisisExcept: [String]
}
