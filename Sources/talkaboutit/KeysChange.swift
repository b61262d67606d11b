import Desk
import Foundation
import Store

/// Makes and changes installation keys.
struct KeysChange {
    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    /// A new installation key, with all others wrapped by it. Returns what to say.
    ///
    /// - Parameter file: where the new key is, if the host keeps it.
    /// - Throws: ``Stop``, also if a daemon is running.
    func rotate(to file: String?) throws(Stop) -> String {
        let lock = try lockFolder()
        defer { Disk.real.close(lock) }
        do throws(KeyringFault) {
            switch (settings.places.installation, file) {
            case (.keyring, nil):
                try Keyring.rotate(settings.keys)
                return "Done. The new key is in \(settings.keys)/\(InstallationKey.file):"
                    + " copy the whole keys folder anew."
            case (.given(let old), let file?):
                let new = try key(in: file)
                try Keyring.rotate(settings.keys, from: old, to: new)
                return "Done. From now on hand over the new key; copy the keys folder anew."
            case (.given, nil):
                throw KeyringFault.missing
            case (.keyring, _?):
                return try moveOut(to: file)
            }
        } catch {
            throw error == .missing && file == nil && settings.installationKey != nil
                ? Stop("You keep the installation key yourself: name the new one with --to.")
                : Stop(error)
        }
    }

    /// Writes a new key into a file of its own. Returns what to say.
    static func make(at file: String) throws(Stop) -> String {
        do throws(DiskFault) {
            try Disk.real.create(
                URL(filePath: file).path(percentEncoded: false),
                Array(InstallationKey.makeText().utf8), 0o400, true)
        } catch {
            throw Stop("\(file) can't be made: is there one already, or no such folder?")
        }
        return "Done. Whoever has \(file) and the keys folder can read everything: keep it safe."
    }

    /// From the keys folder to a file that the host keeps.
    private func moveOut(to file: String?) throws(KeyringFault) -> String {
        guard let file, let old = SecretFile(path: "\(settings.keys)/\(InstallationKey.file)")
        else { throw .missing }
        try Keyring.rotate(
            settings.keys, from: InstallationKey.Given(old.text), to: key(in: file))
        do throws(DiskFault) {
            try Disk.real.remove("\(settings.keys)/\(InstallationKey.file)")
            try Disk.real.syncFolder(settings.keys)
        } catch { throw .failed(code: nil) }
        return "Done. The old key is gone from the keys folder: from now on hand over the new one"
            + " (installationKeyFile, a credential or a variable), and copy the keys folder anew."
    }

    private func key(in file: String) throws(KeyringFault) -> InstallationKey.Given {
        guard let text = SecretFile(path: file)?.text, InstallationKey.isKey(text) else {
            throw .unreadable(file: "new installation key")
        }
        return InstallationKey.Given(text)
    }

    /// As a daemon does, so that none starts meanwhile.
    private func lockFolder() throws(Stop) -> Disk.Descriptor {
        do throws(DiskFault) {
            return try Disk.real.lock("\(settings.data)/.lock")
        } catch {
            throw Stop(
                error == .locked
                    ? "The bot is running on this data folder: stop it first."
                    : "There is no data folder that this user may use: is it named rightly?")
        }
    }
}
