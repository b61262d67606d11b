/// The sheet all pictures are drawn on. Colours never tell who is who alone: form and pattern do.
enum Paper {
    /// In pixels; a phone's chat shows it a third as wide.
    static let width = 1080.0
    static let tallest = 1600.0
    static let margin = 64.0
    static let middle = width / 2
    /// The width for what is written and drawn.
    static let inner = width - 2 * margin
    /// No letters are smaller.
    static let smallestText = 30.0

    static let ground = "#fbf5e9"
    static let rim = "#e3d3b8"
    static let trace = "#ccb790"
    static let sand = "#efe1c8"
    /// 11.5 to 1 on the ground.
    static let ink = "#3d302a"
    /// 6.2 to 1.
    static let quietInk = "#6b584d"
    /// Stems and leaves; 4 to 1.
    static let moss = "#66794f"
    static let paleMoss = "#dbe0c6"
    static let gold = "#b98a2f"

    /// Outlines and letters of the one: 6 to 1 on the ground. Dark and pale, warm and cold: the two
    /// keep apart in any kind of sight.
    static func deep(_ whose: Whose) -> String {
        switch whose {
        case .mine: "#9c4128"
        case .theirs: "#1e5768"
        }
    }

    static func pale(_ whose: Whose) -> String {
        switch whose {
        case .mine: "#f7dfd0"
        case .theirs: "#d3e6e8"
        }
    }

    /// A fill in someone's pattern: dots, or slanted lines. `definitions` has them.
    static func pattern(_ whose: Whose) -> String {
        switch whose {
        case .mine: "url(#dots)"
        case .theirs: "url(#lines)"
        }
    }

    static let definitions = """
        <defs>
        <pattern id="dots" width="16" height="16" patternUnits="userSpaceOnUse">\
        <circle cx="4" cy="4" r="2.4" fill="#d58a6c"/><circle cx="12" cy="12" r="2.4" \
        fill="#d58a6c"/></pattern>
        <pattern id="lines" width="14" height="14" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(28)"><rect width="3.6" height="14" fill="#7fb0ba"/></pattern>
        </defs>

        """
}
