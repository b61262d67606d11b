extension ContentReader {
    /// What pictures say in one language, with everything that is wrong noted.
    mutating func pictures(_ language: String) -> PicturePhrases? {
        let file = "texts/\(language)/pictures.json"
        guard var found = read(PicturePhrases.self, at: file) else { return nil }
        found.phrases = captionPhrases(found.caption, file)
        return found
    }

    /// The phrases of a picture's caption, each with all of its places.
    private mutating func captionPhrases(
        _ texts: [String: String], _ file: String
    ) -> [PicturePhrases.Key: Template<PicturePhrases.Place>] {
        var phrases: [PicturePhrases.Key: Template<PicturePhrases.Place>] = [:]
        for key in PicturePhrases.Key.allCases {
            let name = "caption.\(key.rawValue)"
            phrases[key] = template(texts[key.rawValue], name, file)
            guard let tokens = phrases[key]?.tokens else { continue }
            for place in key.places where !tokens.contains(.slot(place)) {
                note(file, "\(name): give {\(place.rawValue)} a place, or it goes unsaid")
            }
            for place in PicturePhrases.Place.allCases
            where tokens.contains(.slot(place)) && !key.places.contains(place) {
                note(file, "\(name): {\(place.rawValue)} is never filled here; take it out")
            }
        }
        for name in texts.keys.sorted() where PicturePhrases.Key(rawValue: name) == nil {
            note(file, "caption.\(name) is never said; take it out, or mend its name")
        }
        return phrases
    }
}
