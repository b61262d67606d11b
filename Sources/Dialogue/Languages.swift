/// In which language somebody is spoken to; what anybody writes stays as it was written.
extension Couple {
    /// `/language`, `/language español`, `/language de`.
    mutating func language(_ rest: String, by side: Side, in scene: Scene) -> [Effect] {
        if let tag = scene.findLanguage(rest) { return speak(tag, to: side) }
        let choices = scene.languages.map { [Press(.speak, code: $0)] }
        return [tell(side, Line(.language), choices)]
    }

    mutating func speak(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let tag = press.subject, scene.languages.contains(tag) else {
            return language("", by: side, in: scene)
        }
        return speak(tag, to: side)
    }

    private mutating func speak(_ tag: String, to side: Side) -> [Effect] {
        partners[side]?.language = tag
        return [tell(side, Line(.languageKept))]
    }
}
