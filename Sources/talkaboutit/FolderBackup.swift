import Control
import Desk
import Foundation
import Glibc
import Store

/// All documents at one moment, put into one file.
struct FolderBackup {
    let settings: Settings
    /// Where to; a whole path.
    let file: String
    /// Whom it is encrypted for; nobody if empty.
    let recipients: [String]
    /// Whether a file that is there may be replaced.
    let replaces: Bool

    /// What was written.
    struct Report: Equatable {
        let documents: Int
        /// In bytes.
        let length: Int
    }

    /// - Throws: what a person must do, as a ``Stop``: then there is no new file.
    func make() throws -> Report {
        try checkPlace()
        let age = try recipients.isEmpty ? nil : Encryption()
        let door = try FolderDoor(settings)
        let aside = try NewFile(besides: file)
        var documents = 0
        if let age {
            try age.encrypt(for: recipients, into: aside.descriptor) { write in
                documents = try copy(from: door, to: write)
            }
        } else {
            documents = try copy(from: door) { try aside.append($0) }
        }
        let report = Report(documents: documents, length: aside.length)
        try aside.settle(replacing: replaces)
        return report
    }

    private func checkPlace() throws(Stop) {
        var status = stat()
        if !replaces, lstat(file, &status) == 0 { throw NewFile.taken }
        guard !"\(file)/".hasPrefix("\(settings.data)/"), !"\(file)/".hasPrefix("\(settings.keys)/")
        else {
            throw Stop(
                "Put the backup elsewhere: not into the data folder, and not beside the keys.")
        }
    }

    /// Passes a backup on while it is read, so that nothing is kept that can't be restored.
    private func copy(
        from door: FolderDoor, to write: @escaping ([UInt8]) throws -> Void
    ) throws -> Int {
        switch door {
        case .folder(let folder):
            do {
                let written = try folder.store.backUp(
                    with: ForgottenKeys.path(besides: settings.data), to: write)
                try folder.store.close()
                return written.documents
            } catch let fault as StoreFault {
                throw Stop(fault)
            }
        case .daemon(let client):
            do {
                return try received(from: client, to: write)
            } catch let fault as ControlFault {
                throw Stop(fault)
            } catch is ArchiveFault {
                throw Stop(.malformed as ControlFault)
            }
        }
    }

    private func received(
        from client: ControlClient, to write: @escaping ([UInt8]) throws -> Void
    ) throws -> Int {
        let reply = try client.ask(.backup, within: .seconds(600))
        guard case .bytes = reply else { throw Stop(reply) }
        var archive = ArchiveReader { most in
            let bytes = try client.bytes(atMost: most)
            try write(bytes)
            return bytes
        }
        var documents = 0
        while let entry = try archive.next() {
            switch entry {
            case .document: documents += 1
            case .forgotten: break
            }
        }
        return documents
    }
}
