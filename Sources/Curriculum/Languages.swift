package import Dialogue
import Foundation

/// Which language somebody means, and what they type in it.
extension Curriculum {
    /// The tags of all languages that are spoken here, sorted.
    package var languages: [String] { phrasebooks.keys.sorted() }

    /// The language spoken here for a tag of any platform's, for instance `de-AT` or `es_419`; nil
    /// if there is none.
    package func language(tagged tag: String?) -> String? {
        guard let tag else { return nil }
        let whole = tag.replacing("_", with: "-").lowercased()
        if phrasebooks[whole] != nil { return whole }
        let main = String(whole.prefix { $0 != "-" })
        return phrasebooks[main] == nil ? nil : main
    }

    /// A language by its tag, by its own name, or by its name in any language spoken here.
    package func language(named text: String) -> String? {
        let typed = plain(text)
        guard !typed.isEmpty, typed.utf8.count <= 80 else { return nil }
        if let tagged = language(tagged: typed) { return tagged }
        let locales = languages.map { Locale(identifier: $0) }
        return languages.first { tag in
            plain(phrasebooks[tag]?.name ?? "") == typed
                || locales.contains {
                    $0.localizedString(forLanguageCode: tag).map { plain($0) } == typed
                }
        }
    }

    /// The days of the week that somebody means; nil if it can't be told. Their own language
    /// first, then the others.
    package func days(in text: String, language: String) -> CardDays? {
        let others = languages.filter { $0 != language }.compactMap { phrasebooks[$0] }
        for book in [phrasebook(language)].compactMap({ $0 }) + others {
            if let days = book.calendar.days(in: text) { return days }
        }
        return nil
    }

    private func plain(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines)
            .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
