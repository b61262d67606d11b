import Dispatch
package import Pictures

/// Draws pictures. A test hands in one that can't.
package struct Easel: Sendable {
    /// A picture as a PNG.
    package let draw: @Sendable (Picture) async throws(PictureFault) -> [UInt8]

    package init(draw: @escaping @Sendable (Picture) async throws(PictureFault) -> [UInt8]) {
        self.draw = draw
    }

    /// One picture at a time, on a thread beside those that carry letters and hear people: each
    /// takes some tens of milliseconds.
    package static let real = Easel { picture throws(PictureFault) in
        let drawn = await withCheckedContinuation { drawn in
            queue.async {
                drawn.resume(
                    returning: Result { () throws(PictureFault) in Array(try picture.drawn().png) })
            }
        }
        return try drawn.get()
    }

    private static let queue = DispatchQueue(label: "pictures", qos: .utility)
}
