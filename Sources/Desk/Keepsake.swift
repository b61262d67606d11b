package import Curriculum
package import Dialogue
import Pictures

/// A piece of a file that holds the words of both: each person's are sealed with their own key, and
/// whoever is forgotten takes the whole file with them, as long as it wasn't sent.
package enum KeepsakePiece: Sendable, Codable, Equatable {
    /// As it stands in the file.
    case text(part: Wording.Part)
    /// Drawn only when it is sent; the caption says the same.
    case picture(view: OwnPicture, caption: [Wording.Part], authors: [PersonID])

    var authors: [PersonID] {
        switch self {
        case .text(let part): [part.author].compactMap { $0 }
        case .picture(_, _, let authors): authors
        }
    }

    /// As text of the file; of a picture, an image with its bytes, or its caption where it can't be
    /// drawn.
    func written(_ easel: Easel) async -> String {
        switch self {
        case .text(let part): part.text
        case .picture(let view, let caption, _):
            await Self.image(view.picture, caption.map(\.text).joined(), easel)
        }
    }

    private static func image(
        _ picture: Picture?, _ caption: String, _ easel: Easel
    ) async -> String {
        let said = "<p class=\"said\">\(caption.escaped)</p>"
        guard let picture else { return said }
        do throws(PictureFault) {
            let bytes = try await easel.draw(picture)
            let data = Base64.text(of: bytes)
            return "<img alt=\"\(caption.escaped)\" src=\"data:image/png;base64,\(data)\">"
        } catch {
            // The caption says the same.
            return said
        }
    }
}

extension [KeepsakePiece] {
    /// The whole file.
    func written(_ easel: Easel) async -> String {
        var text = ""
        for piece in self { text += await piece.written(easel) }
        return text
    }
}
