import Foundation
import Glibc
import Telegram

/// A file that holds a bot token and nothing else.
struct TokenFile {
    /// Nil if what it holds is no token.
    let token: BotToken?
    /// Whether anybody but its owner may read it.
    let isOpenToOthers: Bool

    /// Nil if there is no such file, or this account may not read it.
    init?(path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        // What cannot be read is as bad as a missing file. A token is short: the rest of a long
        // file is left alone.
        guard let data = try? file.read(upToCount: 4_096) else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        // Why it is no token is not told: the answer would describe a secret.
        token = try? BotToken(text)
        var status = stat()
        isOpenToOthers =
            fstat(file.fileDescriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            && status.st_mode & 0o077 != 0
    }
}
