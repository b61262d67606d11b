import Desk
import Store

/// What the host is told and asked.
extension Verifying {
    static func words(_ what: Audit.What) -> String {
        switch what {
        case .unreadable: "can't be read; it is left as it is: restore it from a backup"
        case .newer: "was written by a newer version of this program: run that version"
        case .misplaced: "belongs to another place"
        case .missing: "isn't there, though the page has a line for it"
        case .orphan: "no page has a line for it"
        case .wordless: "the words it was begun by aren't kept"
        case .letters: "has letters that it couldn't have written"
        case .contested: "two pages are of this chat"
        case .unindexed: "the index lacks what a page says, or says otherwise"
        case .stale: "the index points at what isn't there"
        }
    }

    static func words(_ what: FolderAudit.Finding.What) -> String {
        switch what {
        case .mode: "others may read or write it, or its owner may not"
        case .leftover: "was left by an interrupted save"
        case .strange: "isn't this program's"
        }
    }

    static func question(_ mend: Audit.Mend) -> String {
        switch mend {
        case .indexes: "Make the indexes anew from the pages?"
        case .orphans: "Remove what no page has a line for?"
        }
    }

    static let filesQuestions: [(FolderAudit.Finding.What, String)] = [
        (.leftover, "Remove what interrupted saves left?"),
        (.mode, "Take away what others may do with these files?"),
    ]
}
