import Foundation
import Glibc

/// A file that is written beside its place and put there whole, readable for its owner only.
final class NewFile {
    let descriptor: Int32
    private let target: String
    private let aside: String
    private var isAside = true

    /// - Parameter target: a whole path.
    init(besides target: String) throws(Stop) {
        self.target = target
        let url = URL(filePath: target)
        let folder = url.deletingLastPathComponent().path(percentEncoded: false)
        var name = Array("\(folder)/.\(url.lastPathComponent).new-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        let code = errno
        aside = name.withUnsafeBytes { String(decoding: $0.dropLast(), as: UTF8.self) }
        guard descriptor >= 0 else {
            isAside = false
            throw Stop(
                "The backup can't be written there (error \(code)): does its folder exist, and"
                    + " may this user write in it?")
        }
    }

    /// What wasn't put in its place goes.
    deinit {
        if descriptor >= 0 { close(descriptor) }
        if isAside { unlink(aside) }
    }

    /// Writes all of it at the end.
    func append(_ bytes: [UInt8]) throws(Stop) {
        try writeAll(bytes, to: descriptor)
    }

    /// Its length, in bytes.
    var length: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Makes it durable and puts it in its place.
    func settle(replacing: Bool) throws(Stop) {
        guard fsync(descriptor) == 0 else { throw Stop(writing: errno) }
        // A link fails where there is something; a disk that has no links has to be looked at.
        if !replacing, link(aside, target) == 0 {
            unlink(aside)
        } else {
            let code = errno
            var status = stat()
            if !replacing, code == EEXIST || lstat(target, &status) == 0 {
                throw NewFile.taken
            }
            guard rename(aside, target) == 0 else { throw Stop(writing: errno) }
        }
        isAside = false
        let folder = open(
            URL(filePath: target).deletingLastPathComponent().path(percentEncoded: false),
            O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(folder) }
        guard folder >= 0, fsync(folder) == 0 else { throw Stop(writing: errno) }
    }

    static let taken = Stop(
        "There is such a file already, and it was left as it is: give another name, or --replace.")
}

/// Writes all bytes to an open file or pipe.
func writeAll(_ bytes: [UInt8], to file: Int32) throws(Stop) {
    var done = 0
    while done < bytes.count {
        let count = bytes.withUnsafeBytes { buffer in
            write(file, buffer.baseAddress?.advanced(by: done), bytes.count - done)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw Stop(writing: count == 0 ? EIO : errno) }
        done += count
    }
}

extension Stop {
    fileprivate init(writing code: Int32) {
        self.init(
            code == ENOSPC || code == EDQUOT
                ? "The disk is full, so no backup was made. Make room, then try again."
                : "The backup couldn't be written (error \(code)), so none was made.")
    }
}
