/// The file in the data folder that names the keyring it is sealed with: another one is refused
/// before anything is touched.
package struct SealMark {
    private let folder: String
    private let disk: Disk

    package init(folder: String, disk: Disk) {
        self.folder = folder
        self.disk = disk
    }

    package static let name = ".seal"
    private static let firstLine = "talkaboutit seal 1"

    /// The keyring's mark; nil if the folder isn't sealed yet.
    ///
    /// - Throws: `.unreadable` if the file is none.
    package func read() throws(KeyringFault) -> String? {
        let bytes: [UInt8]?
        do throws(DiskFault) { bytes = try disk.read("\(folder)/\(Self.name)") } catch {
            throw KeyringFault(error)
        }
        guard let bytes else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.count == 2, lines[0] == Self.firstLine else {
            throw .unreadable(file: "mark in the data folder")
        }
        return String(lines[1])
    }

    /// From now on the folder is sealed with this keyring; durable when it returns.
    package func write(_ mark: String) throws(KeyringFault) {
        do throws(DiskFault) {
            let aside = "\(folder)/\(Checkpoint.asidePrefix)seal"
            try disk.remove(aside)
            try disk.create(aside, Array("\(Self.firstLine)\n\(mark)\n".utf8), 0o600, true)
            try disk.rename(aside, "\(folder)/\(Self.name)")
            try disk.syncFolder(folder)
        } catch { throw KeyringFault(error) }
    }
}
