/// The files of a keyring: small, written once, readable by their owner only.
struct KeyFiles {
    let folder: String
    let disk: Disk

    /// A file's text; nil if there is none.
    func read(_ name: String) throws(KeyringFault) -> String? {
        do throws(DiskFault) {
            return try disk.read("\(folder)/\(name)").map { String(decoding: $0, as: UTF8.self) }
        } catch { throw KeyringFault(error) }
    }

    /// Makes a file (0400), and the folder if need be (0700); durable when it returns.
    func create(_ name: String, _ text: String) throws(KeyringFault) {
        do throws(DiskFault) {
            _ = try disk.makeFolder(folder)
            // Also if it was there: the start that made it may have been cut short.
            try disk.syncFolder("\(folder)/..")
            let aside = "\(folder)/.new-\(name)"
            try disk.remove(aside)
            try disk.create(aside, Array(text.utf8), 0o400, true)
            try disk.rename(aside, "\(folder)/\(name)")
            try disk.syncFolder(folder)
        } catch { throw KeyringFault(error) }
    }
}
