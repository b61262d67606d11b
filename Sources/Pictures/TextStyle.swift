/// How a piece of text looks.
struct TextStyle {
    enum Alignment { case start, middle }

    /// Titles are in a face with feet, the rest without.
    enum Face { case book, plain }

    var size: Double
    var face = Face.plain
    var isBold = false
    var alignment = Alignment.start
    var colour = Paper.ink
    /// Lines closer together, where there is much to say.
    var isTight = false

    /// Faces in the order they are asked; after them, whatever the machine has. An emoji font must
    /// not be named: digits and spaces would come from it. Pango finds it by itself.
    var families: String {
        switch face {
        case .book:
            "Noto Serif, Noto Naskh Arabic, Noto Serif Hebrew, DejaVu Serif, serif"
        case .plain:
            "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, DejaVu Sans, sans-serif"
        }
    }

    func sized(_ size: Double) -> TextStyle {
        var style = self
        style.size = size
        return style
    }
}

extension TextStyle {
    /// The same for every script, so that a line of another one doesn't jump.
    var lineHeight: Double { (size * (isTight ? 1.2 : 1.3)).rounded() }

    /// Red, green and blue, each up to one.
    var colourParts: (Double, Double, Double) {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        func part(_ shift: Int) -> Double { Double(value >> shift & 0xFF) / 255 }
        return (part(16), part(8), part(0))
    }
}
