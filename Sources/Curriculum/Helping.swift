package import Dialogue
import Foundation

/// What is listened for and who can be called, for the scenes of a talk.
extension Curriculum {
    /// What is heard in a text. A language that isn't listened for hears nothing.
    package func heard(in text: String, language: String) -> Finding {
        guard let hearing = hearings[language] ?? hearings["en"] else {
            return Finding(blame: false, crisis: false)
        }
        return Finding(
            blame: hearing.blame.findsBlame(in: text), crisis: hearing.crisis.findsCrisis(in: text))
    }

    /// The lines of a country, or of where a zone lies.
    ///
    /// - Parameter confirmations: what the host looked up.
    package func helpEntries(
        country: String?, zone: String, confirmations: LineConfirmations
    ) -> [HelpEntry] {
        let code = country ?? zoneCountries.country(of: zone)
        return helpLines.confirmed(by: confirmations).lines(for: code).map { line in
            HelpEntry(
                name: line.name, number: line.number, hours: line.hours, checked: line.verifiedOn)
        }
    }

    /// A country by its two letters, or by its name in English or in its own languages.
    package func country(named text: String) -> String? {
        let typed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        guard !typed.isEmpty, typed.utf8.count <= 80 else { return nil }
        let regions = Locale.Region.isoRegions.map(\.identifier).filter { $0.count == 2 }
        if let code = regions.first(where: { $0.lowercased() == typed }) { return code }
        let locales =
            [Locale(identifier: "en")] + phrasebooks.keys.sorted().map { Locale(identifier: $0) }
        return regions.first { region in
            locales.contains { $0.localizedString(forRegionCode: region)?.lowercased() == typed }
        }
    }
}
