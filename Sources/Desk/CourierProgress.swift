import Messenger

extension Courier {
    /// What a letter is cut into, once for all attempts: a picture isn't drawn anew, nor is a piece
    /// sent again that is there already.
    struct Progress {
        var pieces: [Outgoing]?
        var sent = 0
        var last: MessageID?
        var failures = 0

        /// A picture's text goes alone; a recording from elsewhere is asked for anew, and its words
        /// come in its place.
        mutating func leaveAttachment() {
            let isRecording = pieces?.contains { piece in
                if case .recording? = piece.attachment { true } else { false }
            }
            if isRecording == true {
                pieces = nil
                return
            }
            for index in pieces?.indices ?? 0..<0 {
                guard case .photo? = pieces?[index].attachment else { continue }
                pieces?[index].attachment = nil
            }
        }
    }
}
