import Crypto
import Foundation

/// The keys of one installation, in a folder of their own beside the data folder.
///
/// - `installation.key`: 32 random bytes that wrap all others; it may be kept elsewhere.
/// - `index.key`: with it a person or an invitation is found by a tag that tells nothing to who
///   doesn't have it. Never changed.
/// - `house.key`, and one key for each couple and each person: what documents are sealed with.
///
/// Any thread may call it. Prints nothing of what it holds.
package final class Keyring: @unchecked Sendable {
    // Unchecked because every variable is touched only while `lock` is held.
    private let lock = NSLock()
    let files: KeyFiles
    let entropy: Entropy
    private let installation: SymmetricKey
    private let index: SymmetricKey
    private var known: [String: SymmetricKey] = [:]
    private var list: ForgottenKeys
    /// Key files were written and their folder couldn't be synced.
    private var isUnsynced = false
    private static let mostKnown = 20_000

    static let indexOwner = "index"
    /// Whose key seals what belongs to no couple.
    package static let house = "house"

    /// What there is of an owner's key.
    enum Finding {
        case key(SymmetricKey)
        /// None was made yet, or it is lost.
        case none
        /// It was destroyed, and none is ever made again.
        case forgotten
    }

    /// Opens the keyring, or makes it at the very first start. An interrupted rotation is
    /// finished first.
    ///
    /// - Parameters:
    ///   - mayCreate: true only if the data folder holds nothing yet.
    ///   - forgotten: the path of the list of destroyed keys.
    ///   - entropy: where new keys and nonces come from.
    /// - Throws: `.missing` if a keyring would have to be made and may not be, or is only half
    ///   there; `.unreadable`, `.wrongKey`, `.failed`.
    package static func open(
        _ folder: String, from source: InstallationKey.Source = .keyring, forgotten: String,
        mayCreate: Bool, disk: Disk = .real, entropy: Entropy = .system
    ) throws(KeyringFault) -> Keyring {
        let files = KeyFiles(folder: folder, disk: disk)
        let list = try ForgottenKeys(path: forgotten, disk: disk)
        try files.removeLeftovers()
        switch source {
        case .keyring: try KeyRotation(files: files).finish()
        case .given: break
        }
        let indexText = try files.read(fileName(indexOwner))
        // The other keys alone can't be opened: that is a loss, not a first start cut short.
        let isFirstStart = mayCreate && indexText == nil
        let installation = try installation(
            from: source, in: files, mayMake: isFirstStart, entropy)
        guard isFirstStart || indexText != nil else { throw .missing }
        let index = try index(in: indexText, under: installation, files, entropy)
        let keyring = Keyring(
            files: files, entropy: entropy, installation: installation, index: index, list: list)
        try list.makeAnew()
        try keyring.removeForgotten()
        return keyring
    }

    private static func installation(
        from source: InstallationKey.Source, in files: KeyFiles, mayMake: Bool, _ entropy: Entropy
    ) throws(KeyringFault) -> SymmetricKey {
        switch source {
        case .given(let given):
            return try InstallationKey.key(in: given.text, named: "given to this start")
        case .keyring:
            if let text = try files.read(InstallationKey.file) {
                return try InstallationKey.key(in: text, named: InstallationKey.file)
            }
            guard mayMake else { throw .missing }
            let new = entropy.key()
            try files.makeFolder()
            try files.write([(InstallationKey.file, InstallationKey.text(of: new))])
            return new
        }
    }

    /// The index key in this text; a new one if there is none.
    private static func index(
        in text: String?, under installation: SymmetricKey, _ files: KeyFiles, _ entropy: Entropy
    ) throws(KeyringFault) -> SymmetricKey {
        let name = fileName(indexOwner)
        guard let text else {
            let new = entropy.key()
            try files.makeFolder()
            let wrapped = try WrappedKey.text(
                of: new, owner: indexOwner, under: installation, entropy)
            try files.write([(name, wrapped)])
            return new
        }
        guard
            let key = try WrappedKey.key(
                in: text, owner: indexOwner, under: installation, file: name)
        else { throw .wrongKey }
        return key
    }

    /// Names a person's private chat on a platform: 52 letters and digits.
    package func tag(platform: String, address: String) -> String {
        Keyring.tag("address", [platform, address], by: index)
    }

    /// Names an invitation by its code: 52 letters and digits.
    package func tag(code: String) -> String {
        Keyring.tag("invitation", [code], by: index)
    }

    /// Names this keyring: what is sealed with it says so, and no other keyring is taken for it.
    package var mark: String { Keyring.mark(by: index) }

    static func mark(by index: SymmetricKey) -> String { tag("keyring", [], by: index) }

    /// An owner's key, as far as there is one. Throws `.wrongKey`, `.unreadable`, `.failed`.
    func key(of owner: String) throws(KeyringFault) -> Finding {
        lock.lock()
        defer { lock.unlock() }
        // An owner that can be no file's name is nobody's, whoever wrote it into a document.
        guard FolderPath.isName(owner) else { return .none }
        if list.owners.contains(owner) { return .forgotten }
        if let key = known[owner] { return .key(key) }
        let file = Keyring.fileName(owner)
        guard let text = try files.read(file) else { return .none }
        guard
            let key = try WrappedKey.key(
                in: text, owner: owner, under: installation, file: file)
        else { throw .wrongKey }
        remember(key, of: owner)
        return .key(key)
    }

    /// Makes keys for those who have none. Durable when it returns; those who were forgotten get
    /// none.
    func make(for owners: [String]) throws(KeyringFault) {
        var new: [(owner: String, key: SymmetricKey)] = []
        for owner in owners where FolderPath.isName(owner) {
            guard case .none = try key(of: owner) else { continue }
            new.append((owner, entropy.key()))
        }
        lock.lock()
        defer { lock.unlock() }
        // A key that was made, and found since, need not be durable yet.
        if isUnsynced { try files.sync() }
        isUnsynced = false
        guard !new.isEmpty else { return }
        isUnsynced = true
        var texts: [(name: String, text: String)] = []
        for (owner, key) in new {
            let text = try WrappedKey.text(of: key, owner: owner, under: installation, entropy)
            texts.append((Keyring.fileName(owner), text))
        }
        try files.write(texts)
        isUnsynced = false
        for (owner, key) in new { remember(key, of: owner) }
    }

    /// Destroys keys for good: first their ids are on the list, then their files are gone.
    /// Durable when it returns; doing it again does nothing.
    package func destroy(_ owners: [String]) throws(KeyringFault) {
        lock.lock()
        defer { lock.unlock() }
        try list.add(owners)
        for owner in owners { known[owner] = nil }
        try files.remove(owners.map(Keyring.fileName))
    }

    /// Owners whose keys were destroyed, the oldest first.
    package var forgotten: [String] {
        lock.lock()
        defer { lock.unlock() }
        return list.ordered
    }

    package func isForgotten(_ owner: String) -> Bool {
        lock.lock()
        defer { lock.unlock() }
        return list.owners.contains(owner)
    }

    /// Everyone for whom there is a key, sorted.
    package func owners() throws(KeyringFault) -> [String] {
        let ours = [InstallationKey.file, Keyring.fileName(Keyring.indexOwner)]
        return try files.names().compactMap { name in
            guard name.hasSuffix(Keyring.ending), !ours.contains(name) else { return nil }
            return String(name.dropLast(Keyring.ending.count))
        }
    }

    static func fileName(_ owner: String) -> String { owner + ending }
    private static let ending = ".key"

    private init(
        files: KeyFiles, entropy: Entropy, installation: SymmetricKey, index: SymmetricKey,
        list: ForgottenKeys
    ) {
        self.files = files
        self.entropy = entropy
        self.installation = installation
        self.index = index
        self.list = list
    }

    /// A copy of the keyring that was put back may hold keys that were destroyed since.
    private func removeForgotten() throws(KeyringFault) {
        guard !list.owners.isEmpty else { return }
        let files = Set(try self.files.names())
        let back = list.ordered.map(Keyring.fileName).filter(files.contains)
        if !back.isEmpty { try self.files.remove(back) }
    }

    private func remember(_ key: SymmetricKey, of owner: String) {
        if known.count >= Keyring.mostKnown { known = [:] }
        known[owner] = key
    }

    /// The purpose and the lengths go in too, so that no two different things share a tag.
    private static func tag(
        _ purpose: String, _ fields: [String], by index: SymmetricKey
    ) -> String {
        var mac = HMAC<SHA256>(key: index)
        for field in [purpose] + fields {
            withUnsafeBytes(of: UInt64(field.utf8.count).littleEndian) {
                mac.update(data: Data($0))
            }
            mac.update(data: Data(field.utf8))
        }
        return Base32.text(mac.finalize())
    }
}

extension Keyring: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "Keyring" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
