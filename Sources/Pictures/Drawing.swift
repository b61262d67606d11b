/// A sheet being drawn: shapes below, texts above.
///
/// It is laid out from left to right; for a reader whose script runs left all of it is mirrored.
struct Drawing {
    let isMirrored: Bool
    private(set) var shapes: [Shape] = []
    private(set) var texts: [PlacedText] = []
    var height = 0.0

    /// For one who reads in the script of this text.
    init(readAs text: String) { isMirrored = text.runsLeft }

    struct PlacedText {
        let block: TextBlock
        let place: Point
    }

    var pixelWidth: Int { Int(Paper.width) }
    var pixelHeight: Int { Int(min(height, Paper.tallest).rounded(.up)) }

    mutating func add(_ shape: Shape) { shapes.append(shape) }

    mutating func add(_ more: [Shape]) { shapes += more }

    /// Under all that was added so far.
    mutating func addBelow(_ more: [Shape]) { shapes.insert(contentsOf: more, at: 0) }

    /// A text whose words begin at a place, also if they run the other way than the sheet.
    mutating func add(_ block: TextBlock, at place: Point) {
        guard !block.lines.isEmpty else { return }
        let x = isMirrored ? Paper.width - place.x - block.end : place.x - block.start
        texts.append(PlacedText(block: block, place: Point(x, place.y)))
    }

    /// A text with its lines around a middle.
    mutating func add(_ block: TextBlock, around middle: Double, top: Double) {
        guard !block.lines.isEmpty else { return }
        let x = (isMirrored ? Paper.width - middle : middle) - block.width / 2
        texts.append(PlacedText(block: block, place: Point(x, top)))
    }
}

extension Drawing {
    /// As SVG. Pango draws the words of the PNG, for librsvg neither wraps nor has coloured emoji.
    func svg(withTexts: Bool) -> String {
        let size = "width=\"\(pixelWidth)\" height=\"\(pixelHeight)\""
        let sheet = Box(x: 0, y: 0, width: Double(pixelWidth), height: Double(pixelHeight))
        let rim = Box(x: 14, y: 14, width: sheet.width - 28, height: sheet.height - 28)
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size)"
        svg += " viewBox=\"0 0 \(pixelWidth) \(pixelHeight)\">\n" + Paper.definitions
        svg += Shape.box(sheet, fill: Paper.ground).svg + "\n"
        svg += Shape.box(rim, radius: 30, stroke: Paper.rim, width: 3).svg + "\n"
        let turn = isMirrored ? " transform=\"translate(\(pixelWidth) 0) scale(-1 1)\"" : ""
        svg += "<g\(turn)>\n" + shapes.map { $0.svg + "\n" }.joined() + "</g>\n"
        if withTexts {
            for text in texts { svg += text.svg }
        }
        return svg + "</svg>\n"
    }
}

extension Drawing.PlacedText {
    /// One element a line, where Pango put it.
    var svg: String {
        let style = block.style
        var common = " font-family=\"\(style.families)\" font-size=\"\(style.size.svg)\""
        common += " fill=\"\(style.colour)\""
        if style.isBold { common += " font-weight=\"bold\"" }
        return block.lines.map { line in
            let x = place.x + (line.runsLeft ? line.end : line.start)
            let turn = line.runsLeft ? " direction=\"rtl\"" : ""
            return "<text x=\"\(x.svg)\" y=\"\((place.y + line.baseline).svg)\"\(common)\(turn)>"
                + line.text.escaped + "</text>\n"
        }.joined()
    }
}

extension String {
    /// As text inside of XML.
    fileprivate var escaped: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.unicodeScalars.append(scalar)  // not our enum
            }
        }
        return result
    }
}
