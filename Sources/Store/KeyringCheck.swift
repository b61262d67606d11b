import Crypto

/// What there is to say of a keyring. Holds names of files and no key.
package struct KeyringCheck: Sendable, Equatable {
    /// How many couples and people have a key.
    package let keyCount: Int
    /// How many were destroyed.
    package let forgottenCount: Int
    /// Files that can't be opened with this installation key, sorted.
    package let damaged: [String]
    /// Whether a change of the installation key was cut short.
    package let isRotating: Bool
    /// Whether the data folder is sealed with this keyring; nil if it isn't sealed yet.
    package let isOfFolder: Bool?

    /// Opens every key. Changes nothing, so a daemon may be running.
    ///
    /// - Throws: `.missing`, `.unreadable`, `.wrongKey` or `.failed` if the installation key or
    ///   the index key can't be used: then nothing else can be said.
    package init(
        keys folder: String, data: String, from source: InstallationKey.Source,
        forgotten: String, disk: Disk = .real
    ) throws(KeyringFault) {
        let files = KeyFiles(folder: folder, disk: disk)
        isRotating = try files.read(InstallationKey.nextFile) != nil
        let text: String?
        switch source {
        case .keyring: text = try files.read(InstallationKey.file)
        case .given(let given): text = given.text
        }
        guard let text else { throw .missing }
        let installation = try InstallationKey.key(in: text, named: InstallationKey.file)
        guard try files.read(Keyring.fileName(Keyring.indexOwner)) != nil else { throw .missing }
        var damaged: [String] = []
        var count = 0
        for owner in try KeyringCheck.owners(in: files) {
            let file = Keyring.fileName(owner)
            guard let text = try files.read(file) else { continue }
            count += 1
            do throws(KeyringFault) {
                let key = try WrappedKey.key(
                    in: text, owner: owner, under: installation, file: file)
                if key == nil { damaged.append(file) }
            } catch {
                damaged.append(file)
            }
        }
        self.damaged = damaged
        keyCount = count - 1
        let list = try ForgottenKeys.read(at: forgotten, disk: disk)
        forgottenCount = list.count
        let mark = try SealMark(folder: data, disk: disk).read()
        guard !damaged.contains(Keyring.fileName(Keyring.indexOwner)), let mark else {
            isOfFolder = mark == nil ? nil : false
            return
        }
        isOfFolder = try KeyringCheck.mark(files, installation) == mark
    }

    private static func owners(in files: KeyFiles) throws(KeyringFault) -> [String] {
        try files.names().filter { $0.hasSuffix(".key") && $0 != InstallationKey.file }
            .map { String($0.dropLast(".key".count)) }
    }

    private static func mark(
        _ files: KeyFiles, _ installation: SymmetricKey
    ) throws(KeyringFault) -> String? {
        let file = Keyring.fileName(Keyring.indexOwner)
        guard let text = try files.read(file),
            let index = try WrappedKey.key(
                in: text, owner: Keyring.indexOwner, under: installation, file: file)
        else { return nil }
        return Keyring.mark(by: index)
    }
}
