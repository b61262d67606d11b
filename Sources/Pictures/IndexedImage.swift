import CZlib
import Foundation

/// A PNG with a palette: half as large as one with full colours, and nobody sees the difference.
enum IndexedImage {
    /// What a picture may weigh at most: it comes by phone.
    static let mostBytes = 150_000

    /// Nil only if memory ran out.
    static func png(_ rows: [[Run]], width: Int) -> Data? {
        var file: Data?
        // Hundreds of emoji on one sheet weigh too much; they make do with fewer colours.
        for colours in [256, 96, 40, 16] {
            let palette = Palette(of: rows.joined(), most: colours)
            file = encoded(rows, width: width, palette)
            if let file, file.count <= mostBytes { break }
        }
        return file
    }

    private static func encoded(_ rows: [[Run]], width: Int, _ palette: Palette) -> Data? {
        // Every row begins with a zero: no filter.
        var points = [UInt8](repeating: 0, count: rows.count * (width + 1))
        points.withUnsafeMutableBytes { points in
            for (number, row) in rows.enumerated() {
                var place = number * (width + 1) + 1
                for run in row {
                    UnsafeMutableRawBufferPointer(rebasing: points[place..<(place + run.count)])
                        .initializeMemory(as: UInt8.self, repeating: palette.index(of: run.colour))
                    place += run.count
                }
            }
        }
        guard let deflated = deflated(points) else { return nil }
        var file = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        let size = bigEndian(UInt32(width)) + bigEndian(UInt32(rows.count))
        // Eight bits a point, by palette; the only ways to compress, filter and order.
        file += chunk("IHDR", size + [8, 3, 0, 0, 0])
        file += chunk("PLTE", palette.bytes)
        file += chunk("IDAT", deflated)
        file += chunk("IEND", [])
        return file
    }

    private static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
        var count = compressBound(uLong(bytes.count))
        var result = [UInt8](repeating: 0, count: Int(count))
        guard compress2(&result, &count, bytes, uLong(bytes.count), 9) == Z_OK else { return nil }
        return Array(result.prefix(Int(count)))
    }

    private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        let checked = Array(name.utf8) + body
        let sum = UInt32(truncatingIfNeeded: crc32(0, checked, uInt(checked.count)))
        return bigEndian(UInt32(body.count)) + checked + bigEndian(sum)
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}

/// Points of one colour in a row: most of a sheet is paper.
struct Run {
    let colour: UInt32
    let count: Int

    /// Each value has red, green and blue in its lower 24 bits.
    static func runs(of values: UnsafeBufferPointer<UInt32>, width: Int) -> [Run] {
        var runs: [Run] = []
        var start = 0
        while start < width {
            let colour = values[start] & 0xFF_FFFF
            var end = start + 1
            while end < width, values[end] & 0xFF_FFFF == colour { end += 1 }
            runs.append(Run(colour: colour, count: end - start))
            start = end
        }
        return runs
    }
}
