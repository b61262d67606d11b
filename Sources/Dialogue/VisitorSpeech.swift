extension Visitor {
    /// In which languages a visitor may be spoken to.
    package struct Speech: Sendable, Equatable {
        /// The tags of the languages that are spoken here, sorted.
        let languages: [String]
        /// The one they are spoken to in.
        package let current: String
        /// Whether others are offered: where the platform doesn't tell what they speak.
        let isOffering: Bool

        package init(
            languages: [String] = ["en"], current: String = "en", isOffering: Bool = false
        ) {
            self.languages = languages
            self.current = current
            self.isOffering = isOffering
        }

        /// They asked for another one.
        var offering: Speech {
            Speech(languages: languages, current: current, isOffering: true)
        }

        /// The other languages, each in its own name.
        func row(_ code: String?, _ choice: Choice) -> [[Press]] {
            guard isOffering else { return [] }
            let row = languages.indices.filter { languages[$0] != current }.map { place in
                var choice = choice
                choice.language = place
                return Press(.speak, code: code, choice.number)
            }
            return row.isEmpty ? [] : [row]
        }
    }

    /// What a visitor has chosen so far: nothing of it is stored, their buttons carry it along.
    package struct Choice: Sendable, Equatable {
        var lightOnly = false
        /// Whether they are still looking at the invitation.
        var isInvited = false
        /// The place of the language among those that are spoken here.
        package var language: Int?

        init(lightOnly: Bool = false, isInvited: Bool = false, language: Int? = nil) {
            self.lightOnly = lightOnly
            self.isInvited = isInvited
            self.language = language
        }

        /// From a button; one that is forged chooses nothing.
        package init(_ number: Int?) {
            guard let number, (0..<10_000).contains(number) else { return }
            lightOnly = number % 10 == 1
            isInvited = number / 10 % 10 == 1
            language = number >= 100 ? number / 100 - 1 : nil
        }

        /// Nil for nothing chosen.
        var number: Int? {
            let whole =
                (lightOnly ? 1 : 0) + (isInvited ? 10 : 0) + (language.map { ($0 + 1) * 100 } ?? 0)
            return whole == 0 ? nil : whole
        }

        /// Only the language of it.
        var inLanguage: Choice { Choice(language: language) }
    }
}
