import LocalChat
import Testing

/// Promise 3, looked at after every play: no word, name, address or token in the log.
extension HouseStage {
    func expectDiscretion(_ sourceLocation: SourceLocation) {
        var secrets = ["Canary_", SettingsFolder.token, folder, "127.0.0.1"]
        for phone in phones.values {
            secrets += [phone.person.name, String(phone.person.chat)]
            // Short ones, such as numbers, are everywhere.
            secrets += phone.words.filter { $0.count >= 4 }
        }
        let lines = log.lines
        #expect(!lines.isEmpty || running == nil, sourceLocation: sourceLocation)
        let leaks = lines.filter { line in secrets.contains { line.contains($0) } }
        #expect(leaks.isEmpty, sourceLocation: sourceLocation)
    }
}
