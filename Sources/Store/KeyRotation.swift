import Crypto

/// A new installation key in place of the old one. All other keys stay, wrapped anew.
///
/// It may be cut short anywhere: until the new key has the old one's name, both are there, every
/// other key can be opened by one of them, and ``finish()`` goes on from there.
struct KeyRotation {
    let files: KeyFiles

    /// Begins and finishes one.
    func run() throws(KeyringFault) {
        try finish()
        guard try files.read(InstallationKey.file) != nil else { throw .missing }
        try files.write([(InstallationKey.nextFile, InstallationKey.makeText())])
        try finish()
    }

    /// Finishes one that was begun; does nothing if none was.
    func finish() throws(KeyringFault) {
        guard let next = try files.read(InstallationKey.nextFile) else { return }
        let new = try InstallationKey.key(in: next, named: InstallationKey.nextFile)
        guard let text = try files.read(InstallationKey.file) else { throw .missing }
        let old = try InstallationKey.key(in: text, named: InstallationKey.file)
        try wrap(from: old, to: new)
        try files.rename(InstallationKey.nextFile, to: InstallationKey.file)
    }

    /// The same for a key that is kept elsewhere: both are given, and none is written.
    func wrap(from old: SymmetricKey, to new: SymmetricKey) throws(KeyringFault) {
        for name in try files.names() where Self.isWrapped(name) {
            let owner = String(name.dropLast(".key".count))
            guard let text = try files.read(name) else { continue }
            if try WrappedKey.key(in: text, owner: owner, under: new, file: name) != nil {
                continue
            }
            guard let key = try WrappedKey.key(in: text, owner: owner, under: old, file: name)
            else { throw .wrongKey }
            try files.write([(name, WrappedKey.text(of: key, owner: owner, under: new))])
        }
    }

    private static func isWrapped(_ name: String) -> Bool {
        name.hasSuffix(".key") && !name.hasPrefix(".") && name != InstallationKey.file
    }
}

extension Keyring {
    /// Makes a new installation key in the keyring and wraps all keys anew. No daemon may run.
    package static func rotate(_ folder: String, disk: Disk = .real) throws(KeyringFault) {
        try KeyRotation(files: KeyFiles(folder: folder, disk: disk)).run()
    }

    /// Wraps all keys under a new installation key that is kept elsewhere. No daemon may run; cut
    /// short, it is to be done again with the same two keys.
    package static func rotate(
        _ folder: String, from old: InstallationKey.Given, to new: InstallationKey.Given,
        disk: Disk = .real
    ) throws(KeyringFault) {
        try KeyRotation(files: KeyFiles(folder: folder, disk: disk)).wrap(
            from: InstallationKey.key(in: old.text, named: "given to this start"),
            to: InstallationKey.key(in: new.text, named: "the new one"))
    }
}
