import Curriculum
import Dialogue
import Foundation
import Testing

/// Every language is whole, and nothing in it is left in English.
@Suite struct LanguageTests {
    private static let content = EditedContent.root.appending(path: "Sources/Curriculum/Content")

    /// All texts of a file by where they stand.
    private func texts(_ path: String) throws -> [String: String] {
        let file = Self.content.appending(path: path)
        var found: [String: String] = [:]
        func walk(_ value: Any, _ place: String) {
            switch value {
            case let text as String: found[place] = text
            case let object as [String: Any]:
                for (key, value) in object { walk(value, "\(place).\(key)") }
            case let list as [Any]:
                for (index, value) in list.enumerated() { walk(value, "\(place)[\(index)]") }
            // a number
            default: break
            }
        }
        walk(try JSONSerialization.jsonObject(with: Data(contentsOf: file)), "")
        return found
    }

    private func files() throws -> [String] {
        let rounds = try FileManager.default.contentsOfDirectory(
            atPath: Self.content.appending(path: "texts/en/rounds").path)
        return ["phrases.json", "pictures.json", "cards.json"] + rounds.map { "rounds/\($0)" }
    }

    private func slots(of text: String) -> [String] {
        text.matches(of: /\{[a-zA-Z]+\}/).map { String($0.0) }.sorted()
    }

    @Test func `three languages are spoken, each with every round, card and command`() throws {
        let curriculum = try Curriculum.builtIn()
        #expect(curriculum.languages == ["de", "en", "es"])
        #expect(curriculum.deck.cards.count >= 200)
        for language in curriculum.languages {
            #expect(curriculum.untranslated(in: language).isEmpty)
            #expect(curriculum.phrasebooks[language]?.commands.count == Command.allCases.count)
        }
    }

    @Test(arguments: ["de", "es"])
    func `no text is missing or left in English, and all fill the same places`(
        language: String
    ) throws {
        for file in try files() {
            let english = try texts("texts/en/\(file)")
            let other = try texts("texts/\(language)/\(file)")
            // What may be typed is another number of words in each.
            func isFixed(_ place: String) -> Bool { !place.hasPrefix(".times.") }
            #expect(
                Set(english.keys.filter(isFixed)) == Set(other.keys.filter(isFixed)), "\(file)")
            for (place, text) in english where isFixed(place) {
                guard let here = other[place] else { continue }
                #expect(Set(slots(of: here)) == Set(slots(of: text)), "\(file)\(place)")
                // A title may be a name, or one word that both have.
                let isSentence = text.split(separator: " ").count > 2 && !text.hasPrefix("{")
                if isSentence { #expect(here != text, "\(file)\(place)") }
                #expect(!here.contains("\""), "\(file)\(place)")
            }
        }
    }

    @Test(arguments: ["de", "es"])
    func `nobody's gender is assumed by a short form`(language: String) throws {
        let form = try Regex(
            #"\w[/*:_](?:a|o|as|os|in|innen|r|e)\b|\w@s?\b|\wInnen\b|\w\((?:a|in)\)"#)
        for file in try files() {
            for (place, text) in try texts("texts/\(language)/\(file)") {
                #expect(text.firstMatch(of: form) == nil, "\(file)\(place): \(text)")
            }
        }
    }

    @Test(arguments: [
        ("de", "de"), ("de-AT", "de"), ("es_419", "es"), ("ES", "es"), ("en-GB", "en"),
    ])
    func `a platform's tag finds its language`(tag: String, language: String) throws {
        #expect(try Curriculum.builtIn().language(tagged: tag) == language)
    }

    @Test func `a language is found by its name in any of them`() throws {
        let curriculum = try Curriculum.builtIn()
        for (name, language) in [
            ("Deutsch", "de"), ("german", "de"), ("alemán", "de"), ("Aleman", "de"),
            ("español", "es"), ("Spanisch", "es"), ("inglés", "en"), (" es ", "es"),
        ] {
            #expect(curriculum.language(named: name) == language, "\(name)")
        }
        for name in ["", "klingon", "xx"] { #expect(curriculum.language(named: name) == nil) }
        #expect(curriculum.language(tagged: "fr") == nil && curriculum.language(tagged: nil) == nil)
    }

    @Test func `days are read in each language, whatever theirs is`() throws {
        let curriculum = try Curriculum.builtIn()
        for text in ["lunes, jueves y sábado", "Montag, Donnerstag und Samstag", "Mon Thu and Sat"]
        {
            for language in curriculum.languages {
                let days = curriculum.days(in: text, language: language)
                #expect(days == CardDays([.monday, .thursday, .saturday]), "\(text) \(language)")
            }
        }
        #expect(curriculum.days(in: "cada día", language: "es") == .everyDay)
        #expect(curriculum.days(in: "jeden Tag", language: "de") == .everyDay)
    }

    @Test func `the ends of a picture's line are those of its round`() throws {
        let curriculum = try Curriculum.builtIn()
        let plan = try #require(curriculum.course.plans.first { $0.picture == .growth })
        // What the picture is made of.
        for id in ["before", "now"] {
            let question = try #require(plan.questions.first { $0.id == id })
            #expect(question.form == .scale(steps: 7) && question.staysMine)
        }
        for language in curriculum.languages {
            let round = try texts("texts/\(language)/rounds/\(plan.name.text).json")
            let growth = try #require(curriculum.phrasebook(language)?.pictures.growth)
            for id in ["before", "now"] {
                #expect(round[".questions.\(id).low"] == growth.low)
                #expect(round[".questions.\(id).high"] == growth.high)
            }
        }
    }

    @Test func `a city is called what each language calls it`() throws {
        let curriculum = try Curriculum.builtIn()
        func place(_ zone: String, _ language: String) -> String? {
            curriculum.phrasebooks[language]?.text(of: .zone(zone))
        }
        #expect(place("Europe/Vienna", "de") == "Wien" && place("Europe/Vienna", "es") == "Viena")
        #expect(place("America/New_York", "es") == "Nueva York")
        #expect(place("America/Argentina/Buenos_Aires", "de") == "Buenos Aires")
        #expect(place("Europe/Vienna", "en") == "Vienna" && place("UTC", "de") == "UTC")
    }

    @Test func `dates are written as each language writes them`() throws {
        let curriculum = try Curriculum.builtIn()
        let moment = Line.Value.instant(Moment(1_796_322_600), zone: "Europe/Berlin")
        let texts = curriculum.languages.compactMap {
            curriculum.phrasebook($0)?.text(of: moment)
        }
        #expect(texts.count == 3 && Set(texts).count == 3, "\(texts)")
    }
}
