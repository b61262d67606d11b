import CPango
import CRsvg
import Foundation

extension Drawing {
    /// Shapes by librsvg, then words by Pango, on one surface.
    func png() throws(PictureFault) -> Data {
        guard hasFonts else { throw .notDrawn }
        let surface = cairo_image_surface_create(
            CAIRO_FORMAT_RGB24, Int32(pixelWidth), Int32(pixelHeight))
        defer { cairo_surface_destroy(surface) }
        let cairo = cairo_create(surface)
        defer { cairo_destroy(cairo) }
        guard drawShapes(on: cairo) else { throw .notDrawn }
        for text in texts { text.block.draw(on: cairo, at: text.place) }
        guard cairo_status(cairo) == CAIRO_STATUS_SUCCESS, let rows = rows(of: surface),
            let file = IndexedImage.png(rows, width: pixelWidth)
        else { throw .notDrawn }
        return file
    }

    /// Whether most letters can be seen. Where they can't, the caption alone says more.
    private var hasFonts: Bool {
        let letters = texts.map { $0.block.words.unicodeScalars.count }.reduce(0, +)
        return texts.map(\.block.lettersWithoutFont).reduce(0, +) * 2 <= letters
    }

    private func drawShapes(on cairo: OpaquePointer?) -> Bool {
        let svg = Array(svg(withTexts: false).utf8)
        var error: UnsafeMutablePointer<GError>?
        defer { if let error { g_error_free(error) } }
        guard let handle = rsvg_handle_new_from_data(svg, gsize(svg.count), &error) else {
            return false
        }
        defer { g_object_unref(handle) }
        var sheet = RsvgRectangle(
            x: 0, y: 0, width: Double(pixelWidth), height: Double(pixelHeight))
        return rsvg_handle_render_document(handle, cairo, &sheet, &error) != 0
    }

    private func rows(of surface: OpaquePointer?) -> [[Run]]? {
        cairo_surface_flush(surface)
        let stride = Int(cairo_image_surface_get_stride(surface))
        guard let start = cairo_image_surface_get_data(surface), stride >= pixelWidth * 4 else {
            return nil
        }
        let bytes = UnsafeRawBufferPointer(start: start, count: stride * pixelHeight)
        return (0..<pixelHeight).map { row in
            let line = UnsafeRawBufferPointer(rebasing: bytes[(row * stride)...].prefix(stride))
            return line.withMemoryRebound(to: UInt32.self) { Run.runs(of: $0, width: pixelWidth) }
        }
    }
}
