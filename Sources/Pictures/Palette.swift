/// The colours of a picture with a palette: the most frequent ones, of those that look alike one.
struct Palette {
    private var colours: [UInt32] = []
    private var indices: [UInt32: UInt8] = [:]

    init(of runs: some Sequence<Run>, most: Int) {
        var counts: [UInt32: Int] = [:]
        for run in runs { counts[run.colour, default: 0] += run.count }
        // By colour where the count is equal, so that the same picture has the same bytes.
        let found = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
        var buckets: [UInt32: UInt8] = [:]
        for colour in found where colours.count < most && buckets[Self.bucket(colour)] == nil {
            buckets[Self.bucket(colour)] = UInt8(colours.count)
            colours.append(colour)
        }
        for colour in found {
            let index = buckets[Self.bucket(colour)] ?? nearest(to: colour)
            buckets[Self.bucket(colour)] = index
            indices[colour] = index
        }
    }

    func index(of colour: UInt32) -> UInt8 { indices[colour] ?? 0 }

    /// Red, green, blue for each.
    var bytes: [UInt8] {
        colours.flatMap { colour in
            [16, 8, 0].map { UInt8(truncatingIfNeeded: colour >> $0) }
        }
    }

    /// Colours that look alike: the upper five bits of each part.
    private static func bucket(_ colour: UInt32) -> UInt32 { colour & 0xF8_F8F8 }

    private func nearest(to colour: UInt32) -> UInt8 {
        var best = 0
        var least = Int.max
        for (index, other) in colours.enumerated() {
            var distance = 0
            var shift: UInt32 = 0
            while shift < 24 {
                let part = Int(colour >> shift & 0xFF) - Int(other >> shift & 0xFF)
                distance += part * part
                shift += 8
            }
            if distance < least {
                least = distance
                best = index
            }
        }
        return UInt8(best)
    }
}
