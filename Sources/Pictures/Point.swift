/// A place on the sheet, in pixels from its upper left.
struct Point {
    let x: Double
    let y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    /// As SVG writes it.
    var svg: String { "\(x.svg) \(y.svg)" }
}

struct Box {
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    var middle: Point { Point(x + width / 2, y + height / 2) }
    var right: Double { x + width }
    var bottom: Double { y + height }

    func inset(by edge: Double) -> Box {
        Box(x: x + edge, y: y + edge, width: width - 2 * edge, height: height - 2 * edge)
    }
}

extension Double {
    /// To a hundredth, and the same everywhere.
    var svg: String {
        let hundredths = Int((self * 100).rounded())
        let whole = "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100)"
        let rest = abs(hundredths) % 100
        guard rest != 0 else { return whole }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
