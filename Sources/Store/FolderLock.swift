/// Keeps every other daemon and command out of a data folder and out of its keyring.
///
/// Taken before anything is read of either: what one reads while another writes is old when it is
/// written back.
package struct FolderLock {
    let descriptor: Disk.Descriptor
    private let disk: Disk

    /// - Throws: `.inUse` if somebody else has it; `.full`, `.failed`.
    package init(_ folder: String, disk: Disk = .real) throws(StoreFault) {
        self.disk = disk
        descriptor = try Ledger.lock(folder, disk)
    }

    /// Lets it go, where no store was opened with it.
    package func release() { disk.close(descriptor) }
}
