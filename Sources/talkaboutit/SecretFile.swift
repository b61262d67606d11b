import Foundation
import Glibc

/// A short file that holds a secret.
struct SecretFile {
    let text: String
    /// Whether anybody but its owner may read it.
    let isOpenToOthers: Bool

    /// Nil if there is no such file, or this account may not read it.
    init?(path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        // What cannot be read is as bad as a missing file. A secret is short: the rest of a long
        // file is left alone.
        guard let data = try? file.read(upToCount: 4_096) else { return nil }
        text = String(decoding: data, as: UTF8.self)
        var status = stat()
        isOpenToOthers =
            fstat(file.fileDescriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            && status.st_mode & 0o077 != 0
    }
}
