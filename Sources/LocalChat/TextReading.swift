/// How a call says its text: plain, with `entities`, or marked up for `parse_mode` HTML.
extension Arguments {
    /// Longer raw texts are refused before they are parsed.
    static let maximumRawBytes = 32_768

    /// Reads and checks a text.
    ///
    /// - Parameters:
    ///   - name: the parameter, `text` or `caption`; entities are `entities` or
    ///     `caption_entities`.
    ///   - maximum: in UTF-16 units, after parsing.
    /// - Throws: the refusal the real server answers with.
    func formattedText(_ name: String, maximum: Int) throws(Refusal) -> FormattedText {
        let raw = text(name)
        guard raw.utf8.count <= Self.maximumRawBytes else { throw .bad("text is too long") }
        var formatted: FormattedText
        switch text("parse_mode").lowercased() {
        case "": formatted = FormattedText(text: raw, entities: try entities(of: name))
        case "html": formatted = try HTMLMarkup.parse(raw)
        case _: throw .bad("unsupported parse_mode")
        }
        try formatted.checkEntities()
        formatted = formatted.trimmed()
        guard formatted.text.utf16.count <= maximum else {
            throw .bad(name == "text" ? "message is too long" : "message caption is too long")
        }
        return formatted
    }

    private func entities(of name: String) throws(Refusal) -> [FormattedText.Entity] {
        let parameter = name == "text" ? "entities" : "caption_entities"
        let json = try json(parameter, orRefuse: "can't parse entities JSON object")
        guard let json else { return [] }
        guard let items = json.items else { throw .bad("expected an Array of MessageEntity") }
        var result: [FormattedText.Entity] = []
        for item in items.prefix(100) {
            guard let kind = item["type"]?.text, let offset = item["offset"]?.number,
                let length = item["length"]?.number, (0...1_000_000).contains(offset),
                (0...1_000_000).contains(length)
            else { throw .bad("can't parse MessageEntity: wrong or absent fields") }
            guard FormattedText.styles.contains(kind) || FormattedText.found.contains(kind) else {
                throw .bad("can't parse MessageEntity: Unsupported type specified")
            }
            guard length > 0 else { continue }
            result.append(
                FormattedText.Entity(
                    kind: kind, offset: Int(offset), length: Int(length), url: item["url"]?.text))
        }
        return result.filter { FormattedText.styles.contains($0.kind) }
    }
}
