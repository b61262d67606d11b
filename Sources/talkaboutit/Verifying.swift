import Desk
import Store

/// Everything in the data folder, looked at, and put right where that is wanted.
struct Verifying {
    let settings: Settings
    /// Whether to put something right; the question ends in a question mark.
    let mayMend: (String) -> Bool
    let say: (String) -> Void

    /// - Returns: whether nothing is left that isn't as it should be.
    /// - Throws: what a person must do, as a ``Stop``.
    func verify() throws -> Bool {
        try FolderDoor.checkOwner(settings.data)
        do {
            let folder = try DataFolder(settings.places)
            let (store, keyring) = (folder.store, folder.keyring)
            var (audit, files) = try look(store, keyring)
            let counts = audit.counts
            say(
                "Looked at \(counts.documents) documents: \(counts.couples) pages of"
                    + " \(counts.people) people, \(counts.rounds) rounds, \(counts.letters)"
                    + " letters not sent yet.")
            show(audit, files)
            if try mend(audit, files) {
                (audit, files) = try look(store, keyring)
                show(audit, files)
            }
            let left = audit.findings.count + files.count
            say(left == 0 ? "All is as it should be." : "\(left) left to look after.")
            try store.close()
            return left == 0
        } catch let fault as StoreFault {
            throw fault == .inUse
                ? Stop("The bot runs on this data folder: stop it, then verify.") : Stop(fault)
        } catch let fault as KeyringFault {
            throw Stop(fault)
        }
    }

    /// A file that isn't as it should be, and the folder it is in.
    private struct Strange {
        let folder: FolderAudit
        let name: String
        let finding: FolderAudit.Finding
    }

    private func look(_ store: Store, _ keyring: Keyring) throws -> (Audit, [Strange]) {
        try store.checkpoint()
        var audit = Audit(store: store, keyring: keyring)
        try audit.run()
        let folders = [
            (FolderAudit(data: settings.data), "data folder"),
            (FolderAudit(keys: settings.keys), "keys folder"),
        ]
        let files = try folders.flatMap { folder, name in
            try folder.findings().map { Strange(folder: folder, name: name, finding: $0) }
        }
        return (audit, files)
    }

    private func show(_ audit: Audit, _ files: [Strange]) {
        for finding in audit.findings {
            say("\(finding.path): \(Verifying.words(finding.what))")
        }
        for file in files {
            let path = file.finding.path
            say(
                "\(file.name)\(path.isEmpty ? "" : ", \(path)"):"
                    + " \(Verifying.words(file.finding.what))")
        }
    }

    /// Returns whether anything was put right.
    private func mend(_ audit: Audit, _ files: [Strange]) throws -> Bool {
        var isMended = false
        for mend in Audit.Mend.allCases where audit.needs(mend) {
            guard mayMend(Verifying.question(mend)) else { continue }
            try audit.mend(mend)
            isMended = true
        }
        for (what, question) in Verifying.filesQuestions {
            let those = files.filter { $0.finding.what == what }
            guard !those.isEmpty, mayMend(question) else { continue }
            for file in those { try file.folder.mend(file.finding) }
            isMended = true
        }
        return isMended
    }
}
