import Glibc

/// Where a socket lies, as the system wants to be told.
struct SocketAddress {
    private var value = sockaddr_un()

    /// Nil if the path is too long for one.
    init?(path: String) {
        let bytes = Array(path.utf8)
        let room = MemoryLayout.size(ofValue: value.sun_path)
        // One byte is kept for the end.
        guard !bytes.isEmpty, bytes.count < room else { return nil }
        value.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &value.sun_path) { $0.copyBytes(from: bytes) }
    }

    /// Hands it to one of the system's calls.
    func used(by call: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        withUnsafePointer(to: value) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                call($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
