/// One change of a batch.
package enum Change: Sendable {
    /// Writes a document as JSON with its schema number.
    case write(RelativePath, any Encodable & Sendable)
    /// Writes these bytes as they are.
    case writeBytes(RelativePath, [UInt8])
    /// Removes a document; one that isn't there is removed already.
    case remove(RelativePath)
    /// Removes a folder with all that is in it.
    case removeFolder(FolderPath)
}

/// A change as the journal keeps it: what there is afterwards. Doing it twice is doing it once.
enum AfterImage: Hashable, Sendable {
    case file(path: String, bytes: [UInt8])
    case noFile(path: String)
    /// The folder goes too, if it is empty by then.
    case noFolder(path: String)

    /// Roughly how long it is in the journal, in bytes.
    var size: Int {
        switch self {
        case .file(let path, let bytes): path.utf8.count + bytes.count
        case .noFile(let path), .noFolder(let path): path.utf8.count
        }
    }
}
