extension LocalChat {
    /// A file that was sent, by either side.
    package struct StoredFile: Sendable, Hashable {
        /// What it was sent as.
        package enum Kind: String, Sendable { case voice, photo, document }

        /// The `file_id`, good for sending it again.
        package let id: String
        /// The stable key, the same for the same upload.
        package let uniqueID: String
        /// What it was sent as.
        package let kind: Kind
        /// The name it was uploaded under.
        package let name: String
        /// Its media type, by its sender's word.
        package let type: String
        /// How many bytes it has.
        package let byteCount: Int
        /// How long a voice message is; 0 for all others.
        package let seconds: Int
        /// How large a photo is, in pixels; nil if that can't be read, and for all others.
        package let size: Size?
        /// Where `getFile` says it lies, below `/file/bot<token>/`.
        let path: String

        /// Width and height.
        package struct Size: Sendable, Hashable {
            package let width: Int
            package let height: Int
        }

        /// As the Bot API writes it; a photo is an array of sizes there.
        var json: JSON {
            let byteCount = JSON.int(Int64(byteCount))
            switch kind {
            case .voice:
                return [
                    "duration": .int(Int64(seconds)), "mime_type": .string(type),
                    "file_id": .string(id), "file_unique_id": .string(uniqueID),
                    "file_size": byteCount,
                ]
            case .photo:
                return [
                    [
                        "file_id": .string(id), "file_unique_id": .string(uniqueID),
                        "file_size": byteCount, "width": .int(Int64(size?.width ?? 640)),
                        "height": .int(Int64(size?.height ?? 480)),
                    ]
                ]
            case .document:
                return [
                    "file_name": .string(name), "mime_type": .string(type), "file_id": .string(id),
                    "file_unique_id": .string(uniqueID), "file_size": byteCount,
                ]
            }
        }
    }
}

typealias StoredFile = LocalChat.StoredFile
