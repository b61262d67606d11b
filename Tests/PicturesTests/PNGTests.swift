import CPango
import CRsvg
import Foundation
import Testing

@testable import Pictures

/// A PNG, read by somebody else's reader.
private struct Decoded {
    let width: Int
    let height: Int
    let stride: Int
    let bytes: [UInt8]

    init?(_ png: Data) {
        final class Source {
            var rest: [UInt8]
            init(_ data: Data) { rest = data.reversed() }
        }
        let source = Source(png)
        let surface = withExtendedLifetime(source) {
            cairo_image_surface_create_from_png_stream(
                { closure, target, count in
                    guard let closure, let target else { return CAIRO_STATUS_READ_ERROR }
                    let source = Unmanaged<Source>.fromOpaque(closure).takeUnretainedValue()
                    for index in 0..<Int(count) {
                        guard let byte = source.rest.popLast() else {
                            return CAIRO_STATUS_READ_ERROR
                        }
                        target[index] = byte
                    }
                    return CAIRO_STATUS_SUCCESS
                }, Unmanaged.passUnretained(source).toOpaque())
        }
        defer { cairo_surface_destroy(surface) }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, source.rest.isEmpty,
            let start = cairo_image_surface_get_data(surface)
        else { return nil }
        width = Int(cairo_image_surface_get_width(surface))
        height = Int(cairo_image_surface_get_height(surface))
        stride = Int(cairo_image_surface_get_stride(surface))
        bytes = Array(UnsafeBufferPointer(start: start, count: stride * height))
    }

    /// Blue, green, red.
    func pixel(_ x: Int, _ y: Int) -> [UInt8] {
        let start = y * stride + x * 4
        return Array(bytes[start..<(start + 3)])
    }
}

private let paper: [UInt8] = [0xE9, 0xF5, 0xFB]

@Suite("Pictures: as PNG")
struct PNGTests {
    @Test("it has its size, weighs little, and is the same again", arguments: Sample.all)
    func ordinary(picture: Picture) throws {
        let drawn = try picture.drawn()
        #expect(drawn.png.count < 150_000)
        #expect(drawn.width == 1080 && drawn.height <= 1600 && drawn.height > 400)
        let decoded = try #require(Decoded(drawn.png))
        #expect(decoded.width == drawn.width && decoded.height == drawn.height)
        #expect(try picture.drawn() == drawn)
    }

    @Test(
        "whatever is written, nothing reaches into the margin, and it weighs little",
        arguments: [
            Sample.softer(saying: String(repeating: "🧦🍊🌊😊", count: 90)),
            Sample.loop(saying: String(repeating: "g\u{0336}\u{0489}\u{035C}\u{0361}Ậ", count: 80)),
            Sample.softer(saying: "﷽ ﷽ ꧅ 𒐫 ﷽"),
            Sample.kinds(saying: String(repeating: "سعادة", count: 40)),
            Sample.sources(saying: Texts.random(7)), Sample.loop(saying: Texts.random(8)),
        ])
    func margins(picture: Picture) throws {
        let drawn = try picture.drawn()
        #expect(drawn.png.count < 150_000)
        let decoded = try #require(Decoded(drawn.png))
        // Inside of the fine line around the sheet.
        for y in stride(from: 60, to: decoded.height - 60, by: 1) {
            for x in [20, 26, 1080 - 27, 1080 - 21]
            where decoded.pixel(x, y) != paper {
                Issue.record("something at \(x) \(y)")
                return
            }
        }
    }

    @Test("emoji are in colour")
    func emoji() throws {
        let picture = Picture.softer(
            Softer(labels: Sample.softerLabels, moments: [Softer.Moment(.mine, "💙💙💙💙")]))
        let decoded = try #require(Decoded(try picture.drawn().png))
        var blue = 0
        for y in 240..<(decoded.height - 60) {
            for x in 356..<700 {
                let pixel = decoded.pixel(x, y)
                if Int(pixel[0]) > Int(pixel[2]) + 90 { blue += 1 }
            }
        }
        #expect(blue > 1000)
    }

    @Test("the SVG is one whole document, words and all", arguments: Texts.commands)
    func wellFormed(text: String) throws {
        for picture in Sample.all(saying: text) {
            let svg = Array(Press.alone { picture.drawing.svg(withTexts: true) }.utf8)
            let handle = rsvg_handle_new_from_data(svg, gsize(svg.count), nil)
            #expect(handle != nil)
            if let handle { g_object_unref(handle) }
        }
    }

    @Test("many at once come out as one by one")
    func parallel() async throws {
        let calm = try Sample.all.map { try $0.drawn() }
        let busy = try await withThrowingTaskGroup(of: (Int, DrawnPicture).self) { group in
            for (index, picture) in Sample.all.enumerated() {
                group.addTask { (index, try picture.drawn()) }
            }
            var drawn: [Int: DrawnPicture] = [:]
            for try await (index, picture) in group { drawn[index] = picture }
            return drawn
        }
        for (index, picture) in calm.enumerated() { #expect(busy[index] == picture) }
    }
}
