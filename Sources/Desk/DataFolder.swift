import Dialogue
package import Store

/// The data folder and its keyring, opened together: one without the other is worth nothing.
package struct DataFolder {
    package let store: Store
    package let keyring: Keyring
    /// Whether both were made just now.
    package let isNew: Bool

    /// Where everything lies.
    package struct Places: Sendable {
        /// The data folder.
        package var data: String
        /// The keyring's folder.
        package var keys: String
        /// The file with the list of destroyed keys, beside both.
        package var forgotten: String
        package var installation: InstallationKey.Source

        package init(
            data: String, keys: String, installation: InstallationKey.Source = .keyring
        ) {
            self.data = data
            self.keys = keys
            self.installation = installation
            forgotten = ForgottenKeys.path(besides: data)
        }
    }

    /// Opens both, or makes them at the very first start. A folder from before there were seals is
    /// sealed.
    ///
    /// - Parameters:
    ///   - journalLimit: how long the journal grows before a checkpoint, in bytes.
    ///   - entropy: where new keys and nonces come from.
    /// - Throws: ``StoreFault`` or ``KeyringFault``; nothing was changed if the folder was sealed
    ///   with another keyring.
    package init(
        _ places: Places, journalLimit: Int = 4 << 20, disk: Disk = .real,
        entropy: Entropy = .system
    ) throws {
        let mark = SealMark(folder: places.data, disk: disk)
        func keyring(mayCreate: Bool) throws(KeyringFault) -> Keyring {
            try Keyring.open(
                places.keys, from: places.installation, forgotten: places.forgotten,
                mayCreate: mayCreate, disk: disk, entropy: entropy)
        }
        // Before the keyring is touched: whoever works in the folder writes there too.
        let lock = try FolderLock(places.data, disk: disk)
        let sealed: String?
        let opened: Keyring?
        do {
            sealed = try mark.read()
            opened = try sealed.map { _ in try keyring(mayCreate: false) }
            if let opened, sealed != opened.mark { throw KeyringFault.anotherKeyring }
        } catch {
            lock.release()
            throw error
        }
        store = try Store.open(
            places.data, schema: DataFolder.schema, journalLimit: journalLimit, disk: disk,
            lock: lock)
        isNew = try sealed == nil && !store.holdsData()
        self.keyring = try opened ?? keyring(mayCreate: isNew)
        store.seal(with: self.keyring, owner: Cabinet.owner)
        if sealed == nil {
            // A folder whose mark is gone may hold what somebody else laid there.
            if !isNew, try !self.keyring.hasSealed() {
                try FirstSealing(store: store).run()
            } else if !isNew {
                try checkKeyring()
            }
            try mark.write(self.keyring.mark)
        }
        try self.keyring.noteSealed()
    }

    /// Whether what lies there was sealed with this keyring. Only then the folder is marked as its.
    private func checkKeyring() throws(KeyringFault) {
        do { _ = try store.read(DaemonRecord.self, at: Cabinet.daemonPath) } catch {
            throw .anotherKeyring
        }
    }

    /// The schema number of what is written.
    package static let schema = 2
}
