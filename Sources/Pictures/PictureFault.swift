/// Why there is no picture.
package enum PictureFault: Error, Sendable, Equatable {
    /// Nothing was released that could be shown: say nothing, send nothing.
    case nothingToShow
    /// The machine couldn't draw, or has no fonts for most of the words: send the caption alone.
    case notDrawn
}
