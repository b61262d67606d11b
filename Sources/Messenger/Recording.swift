/// A recording as bytes, on its way from one platform to another. Prints only its length.
package struct Recording: Sendable, Equatable {
    package let bytes: [UInt8]
    /// Its media type, by the word of the platform it comes from.
    package let type: String

    package init(bytes: [UInt8], type: String) {
        self.bytes = bytes
        self.type = type
    }

    /// The longest that is taken along, in bytes: an hour of a voice message.
    package static let longest = 20 << 20
}

extension Recording: CustomStringConvertible, CustomReflectable {
    package var description: String { "Recording(\(bytes.count) bytes)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
