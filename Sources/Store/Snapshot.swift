import Glibc

extension Store {
    /// Shows every document as the journal and the folder have it at one moment, in the order of
    /// their paths. Copies from before a migration and strange files are no documents.
    ///
    /// Whatever wants to save waits meanwhile, so `take` must wait for nobody.
    ///
    /// - Throws: `.unreadable`, `.failed`, and whatever `take` throws.
    package func snapshot(_ take: (RelativePath, [UInt8]) throws -> Void) throws {
        try holdingStill { ledger in try visit("", in: ledger, take) }
    }

    private func visit(
        _ folder: String, in ledger: Ledger, _ take: (RelativePath, [UInt8]) throws -> Void
    ) throws {
        for name in try names(in: folder, ledger) {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            if FolderPath.isName(name) {
                try visit(path, in: ledger, take)
            } else if let document = RelativePath(validating: path),
                let bytes = try contents(at: document, ledger)
            {
                try take(document, bytes)
            }
        }
    }

    private func names(in folder: String, _ ledger: Ledger) throws -> [String] {
        do throws(DiskFault) { return try ledger.names(in: folder) } catch {
            // A file without a dot in its name is none of ours.
            if error == .failed(code: ENOTDIR), !folder.isEmpty { return [] }
            throw StoreFault(error)
        }
    }

    private func contents(at path: RelativePath, _ ledger: Ledger) throws -> [UInt8]? {
        do throws(DiskFault) { return try ledger.contents(at: path.text) } catch {
            // Nor is a folder with one.
            if error == .failed(code: EISDIR) { return nil }
            throw error == .full ? StoreFault.full : StoreFault.unreadable(path)
        }
    }
}

extension Store {
    /// Writes a backup of all documents at one moment, with the list of what was forgotten.
    ///
    /// - Parameter forgotten: the path of that list.
    /// - Returns: how many documents it holds, and how long it is in bytes.
    package func backUp(
        with forgotten: String, to write: @escaping ([UInt8]) throws -> Void
    ) throws -> (documents: Int, length: Int) {
        var archive = try ArchiveWriter(to: write)
        try snapshot { path, bytes in try archive.add(path, bytes) }
        let list: [UInt8]?
        // After the documents: what was forgotten in between is in the list then.
        do throws(KeyringFault) {
            list = try ForgottenKeys.bytes(at: forgotten)
        } catch { throw StoreFault(error) }
        if let list { try archive.add(forgotten: list) }
        try archive.finish()
        return (archive.documents, archive.length)
    }
}
