import CPango

/// A piece of text, set: broken into lines no wider than asked, and measured.
///
/// All sizes are set in one size of letters and scaled, for Pango looks through every font of the
/// machine for each size anew. Only to be made, used and let go at the press.
final class TextBlock {
    let words: String
    /// How many bytes of it are bold, from the beginning.
    let boldBytes: Int
    let style: TextStyle
    let width: Double
    let lines: [Line]
    private let layout: OpaquePointer?

    /// A line as it was broken, from the block's upper left.
    struct Line {
        let text: String
        let start: Double
        let end: Double
        let baseline: Double
        let runsLeft: Bool
        /// How many bytes of the whole stand before it.
        let offset: Int
    }

    /// Sets a text. A word too wide for a line is broken.
    init(_ words: String, boldBytes: Int = 0, _ style: TextStyle, width: Double) {
        self.words = words
        self.boldBytes = boldBytes
        self.style = style
        self.width = width
        let setting = Setting(style, width: width)
        layout = setting.layout(of: words, boldBytes: boldBytes)
        lines = setting.lines(of: layout, in: Array(words.utf8))
    }

    deinit {
        if let layout { g_object_unref(UnsafeMutableRawPointer(layout)) }
    }

    /// Where its words begin and end, from its left.
    var start: Double { lines.map(\.start).min() ?? 0 }
    var end: Double { lines.map(\.end).max() ?? 0 }

    var height: Double { Double(lines.count) * style.lineHeight }

    /// How many of its letters no font of this machine has: they come out as boxes.
    var lettersWithoutFont: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

    /// Whether a word was too wide for its line, though it could be whole in smaller letters.
    var breaksWords: Bool {
        zip(lines, lines.dropFirst()).contains { line, next in
            guard let before = line.text.unicodeScalars.last,
                let after = next.text.unicodeScalars.first
            else { return false }
            return before.isOfSpacedWord && after.isOfSpacedWord
        }
    }

    /// Draws it with its upper left at a place. What reaches far out of the block is cut off.
    func draw(on cairo: OpaquePointer?, at place: Point) {
        let overhang = style.size * 0.5
        cairo_save(cairo)
        cairo_rectangle(
            cairo, place.x - overhang, place.y - overhang, width + 2 * overhang,
            height + 2 * overhang)
        cairo_clip(cairo)
        let (red, green, blue) = style.colourParts
        cairo_set_source_rgb(cairo, red, green, blue)
        cairo_translate(cairo, place.x, place.y)
        cairo_scale(cairo, style.size / Setting.size, style.size / Setting.size)
        cairo_move_to(cairo, 0, 0)
        pango_cairo_show_layout(cairo, layout)
        cairo_restore(cairo)
    }
}

extension Unicode.Scalar {
    /// A letter of a script whose words are parted by spaces; from Thai on, many aren't.
    fileprivate var isOfSpacedWord: Bool { properties.isAlphabetic && value < 0x0E00 }
}
