import Foundation

/// What a person who started the program reads. Nothing is held back in a buffer: an address that
/// was said can be read by another program at once.
enum Terminal {
    /// Answers, to standard output.
    static func say(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// Mistakes and warnings, to standard error.
    static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
