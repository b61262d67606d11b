import Foundation

/// A folder for config files, gone when the test lets go of it.
final class SettingsFolder: Sendable {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appending(path: "talkaboutit-settings-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    deinit {
        // What is left of a temporary folder harms nobody.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file and tells its path.
    func write(_ text: String, to name: String = "config.json", mode: Int = 0o600) throws -> String
    {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }

    /// A token as @BotFather would give it, though he never gave this one.
    static let token = "123456789:" + String(repeating: "Canary_", count: 5)
}
