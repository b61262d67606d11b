import Foundation
import Store

/// The key that wraps all others, from wherever the host keeps it.
extension SettingsReading {
    /// The installation key, where the host keeps it.
    var installationKey: InstallationKey.Given? {
        mutating get {
            // A malformed one was noted when the sources were checked.
            if let text = text(.installationKey) { return InstallationKey.Given(text) }
            if let path = text(.installationKeyFile) { return keyInFile(at: path) }
            guard let credentials else { return nil }
            let path = credentials + "/talkaboutit.key"
            return FileManager.default.fileExists(atPath: path) ? keyInFile(at: path) : nil
        }
    }

    private mutating func keyInFile(at path: String) -> InstallationKey.Given? {
        guard let text = SecretFile(path: path)?.text, InstallationKey.isKey(text) else {
            mistakes.append(
                Mistake(
                    Setting.installationKeyFile.key,
                    expected: "expected a file this account may read, with an installation key"
                        + " in it and nothing else"))
            return nil
        }
        return InstallationKey.Given(text)
    }
}
