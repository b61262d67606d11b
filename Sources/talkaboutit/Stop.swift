import Store

/// What a person must fix before the daemon can run: said on the terminal, and it ends.
struct Stop: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    init(_ fault: StoreFault) {
        description =
            switch fault {
            case .inUse:
                "Another daemon works in this data folder. Stop it first, or set another folder."
            case .journalDamaged:
                "The data folder's journal is damaged, so nothing was started or changed. Restore the folder from a backup, or have the disk looked at."
            case .unreadable(let path), .setAside(let path):
                "The file \(path) in the data folder can't be read. It was left as it is: restore it from a backup."
            case .newerSchema(let path, _):
                "The file \(path) in the data folder is from a newer version of this program: run that version."
            case .unwritable, .batchTooLarge:
                "Something couldn't be written as JSON. This is a fault of the program: please report it."
            case .full, .notYetForgotten:
                "The disk is full, or too many files are open. Make room, then start again; nothing acknowledged is lost."
            case .broken:
                "The data folder can't be written any more. Have the disk looked at, then start again; nothing acknowledged is lost."
            case .closed:
                "The data folder was closed already."
            case .failed(let code):
                "The data folder can't be opened (error \(code)): does its parent exist, and may this user write there?"
            }
    }

    init(_ fault: KeyringFault) {
        description =
            switch fault {
            case .missing:
                "The data folder holds data, but its keys are missing. Put the keys folder back from its backup: without it nobody's page can be found. Nothing was changed."
            case .unreadable:
                "The keys can't be read. Put them back from their backup, readable only for the user who runs the daemon."
            case .wrongKey:
                "A key is wrapped by another installation key. Put the right ones back, all of them from the same copy, or, if a change of keys was cut short, run `talkaboutit keys rotate` again. Nothing was changed."
            case .anotherKeyring:
                "The data folder was sealed with other keys. Put those back, or name the folder that belongs to these. Nothing was changed."
            case .failed:
                "The keys folder, or the list of destroyed keys beside the data folder, can't be made or written: do their parents exist, and may this user write there?"
            }
    }
}
