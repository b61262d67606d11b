package import Foundation

/// The telephone lines that are known, by country. Above them all stands a directory that others
/// keep: what comes with the program was checked by nobody here.
package struct HelpLines: Sendable, Equatable {
    /// The address of the directory, for every country.
    package let directory: String
    private let all: [HelpLine]
    /// Places without lines of their own, by the country whose lines are dialled there.
    private let servedBy: [String: String]

    init(directory: String, lines: [HelpLine], servedBy: [String: String]) {
        self.directory = directory
        all = lines
        self.servedBy = servedBy
    }

    /// What comes with the program. Nothing in it is confirmed.
    ///
    /// - Throws: every fault that was found, not just the first.
    package static func builtIn() throws(CurriculumFaults) -> HelpLines {
        try load(from: Bundle.module.bundleURL.appending(path: "Content"))
    }

    /// Reads `lines.json` from a folder laid out like the built-in one.
    package static func load(from folder: URL) throws(CurriculumFaults) -> HelpLines {
        var reader = ContentReader(folder: folder)
        let lines = reader.helpLines()
        guard reader.faults.isEmpty, let lines else {
            throw CurriculumFaults(faults: reader.faults)
        }
        return lines
    }

    /// The lines that can be dialled in a country (ISO 3166, in any case); none if it isn't
    /// known, and then there is still the directory.
    package func lines(for country: String?) -> [HelpLine] {
        guard let country = country?.uppercased() else { return [] }
        let keeper = servedBy[country] ?? country
        return all.filter { $0.country == keeper }
    }

    /// The countries with lines of their own, sorted.
    package var countries: [String] {
        all.map(\.country).sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// The same lines, with the days on which the host confirmed them.
    package func confirmed(by confirmations: LineConfirmations) -> HelpLines {
        let lines = all.map { line in
            var line = line
            line.verifiedOn = confirmations.date(of: line) ?? line.verifiedOn
            return line
        }
        return HelpLines(directory: directory, lines: lines, servedBy: servedBy)
    }
}
