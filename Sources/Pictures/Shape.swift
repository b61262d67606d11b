/// Something drawn, as an element of SVG. Holds nothing anyone wrote.
struct Shape {
    let svg: String

    static func path(
        _ d: String, fill: String = "none", stroke: String = "none", width: Double = 0,
        opacity: Double = 1
    ) -> Shape {
        let veil = opacity < 1 ? " opacity=\"\(opacity.svg)\"" : ""
        return Shape(svg: "<path d=\"\(d)\"\(paint(fill, stroke, width))\(veil)/>")
    }

    static func circle(
        _ middle: Point, _ radius: Double, fill: String = "none", stroke: String = "none",
        width: Double = 0
    ) -> Shape {
        Shape(
            svg: "<circle cx=\"\(middle.x.svg)\" cy=\"\(middle.y.svg)\" r=\"\(radius.svg)\""
                + paint(fill, stroke, width) + "/>")
    }

    static func ellipse(_ middle: Point, _ x: Double, _ y: Double, fill: String) -> Shape {
        Shape(
            svg: "<ellipse cx=\"\(middle.x.svg)\" cy=\"\(middle.y.svg)\" rx=\"\(x.svg)\""
                + " ry=\"\(y.svg)\"" + paint(fill, "none", 0) + "/>")
    }

    static func box(
        _ box: Box, radius: Double = 0, fill: String = "none", stroke: String = "none",
        width: Double = 0
    ) -> Shape {
        Shape(
            svg: "<rect x=\"\(box.x.svg)\" y=\"\(box.y.svg)\" width=\"\(box.width.svg)\""
                + " height=\"\(box.height.svg)\" rx=\"\(radius.svg)\""
                + paint(fill, stroke, width) + "/>")
    }

    /// Shapes drawn around the origin, put elsewhere.
    static func group(
        _ shapes: [Shape], at place: Point, turned degrees: Double = 0, scaled scale: Double = 1
    ) -> Shape {
        var transform = "translate(\(place.svg))"
        if degrees != 0 { transform += " rotate(\(degrees.svg))" }
        if scale != 1 { transform += " scale(\(scale.svg))" }
        return Shape(
            svg: "<g transform=\"\(transform)\">" + shapes.map(\.svg).joined() + "</g>")
    }

    private static func paint(_ fill: String, _ stroke: String, _ width: Double) -> String {
        let line =
            stroke == "none"
            ? ""
            : " stroke=\"\(stroke)\" stroke-width=\"\(width.svg)\""
                + " stroke-linecap=\"round\" stroke-linejoin=\"round\""
        return " fill=\"\(fill)\"" + line
    }
}
