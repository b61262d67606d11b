import Glibc

/// A file without a name: what is written to it is gone when nobody holds it any more. Or one that
/// lies somewhere, and is only read.
package final class Spool: @unchecked Sendable {
    // Unchecked because it is written by one, and only then read.
    private let file: Int32
    /// How much was written, in bytes.
    package private(set) var count = 0

    /// - Parameter prefix: a whole path; the file has a name beginning so for a moment only.
    package init(beginning prefix: String) throws(ControlFault) {
        var name = Array((prefix + "XXXXXX").utf8CString)
        // Made for this user alone (0600).
        file = mkstemp(&name)
        guard file >= 0 else { throw .failed(code: errno) }
        guard fcntl(file, F_SETFD, FD_CLOEXEC) == 0, unlink(name) == 0 else {
            let code = errno
            close(file)
            throw .failed(code: code)
        }
    }

    /// Opens a file for reading.
    ///
    /// - Throws: `.absent` if there is no such file, `.malformed` if it is something else.
    package init(reading path: String) throws(ControlFault) {
        file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw errno == ENOENT ? .absent : .failed(code: errno) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(file)
            throw .malformed
        }
        count = Int(status.st_size)
    }

    deinit { close(file) }

    /// For another program to write into; ``remeasure()`` must follow.
    package var descriptor: Int32 { file }

    /// Takes notice of what another program wrote.
    package func remeasure() throws(ControlFault) {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .failed(code: errno) }
        count = Int(status.st_size)
    }

    package func append(_ bytes: [UInt8]) throws(ControlFault) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                pwrite(
                    file, buffer.baseAddress?.advanced(by: done), bytes.count - done,
                    off_t(count + done))
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .failed(code: written == 0 ? EIO : errno) }
            done += written
        }
        count += done
    }

    /// Bytes from here on, fewer than `most` only at the end.
    package func read(at start: Int, atMost most: Int) throws(ControlFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, min(most, count - start)))
        var done = 0
        while done < bytes.count {
            let left = bytes.count - done
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(file, buffer.baseAddress?.advanced(by: done), left, off_t(start + done))
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { throw .failed(code: got == 0 ? EIO : errno) }
            done += got
        }
        return bytes
    }
}
