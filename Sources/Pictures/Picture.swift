/// A picture of what two people found, or one of them alone, made for one of them.
///
/// All its words come in with it, and none but those are drawn: no name, date or number of ours.
package enum Picture: Sendable, Equatable, Codable, Discreet {
    case sources(SourceMap)
    case kinds(KindsMap)
    case loop(Loop)
    case softer(Softer)
    case growth(Growth)
}

extension Picture {
    /// Draws it, one picture at a time. Takes some tens of milliseconds: not to be called where
    /// others wait.
    package func drawn() throws(PictureFault) -> DrawnPicture {
        guard !isEmpty else { throw .nothingToShow }
        return try Press.alone { () throws(PictureFault) in
            let drawing = drawing
            return DrawnPicture(
                png: try drawing.png(), width: drawing.pixelWidth, height: drawing.pixelHeight,
                svg: drawing.svg(withTexts: true))
        }
    }

    /// What the picture says, for those who can't see it, and for the chat's preview.
    package var caption: Caption {
        switch self {
        case .sources(let map): map.caption
        case .kinds(let map): map.caption
        case .loop(let loop): loop.caption
        case .softer(let softer): softer.caption
        case .growth(let growth): growth.caption
        }
    }

    private var isEmpty: Bool {
        switch self {
        case .sources(let map): map.rows.isEmpty
        case .kinds(let map): !map.has(.mine) && !map.has(.theirs)
        case .loop(let loop): !loop.isWhole
        case .softer(let softer): softer.shown.isEmpty
        case .growth(let growth): growth.shown.isEmpty
        }
    }

    /// Only to be used, and to be let go, at the press.
    var drawing: Drawing {
        switch self {
        case .sources(let map): map.drawing
        case .kinds(let map): map.drawing
        case .loop(let loop): loop.drawing
        case .softer(let softer): softer.drawing
        case .growth(let growth): growth.drawing
        }
    }
}
