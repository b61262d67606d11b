import Dialogue
package import Store

extension Desk {
    /// The folder was put back from a backup: every couple's page is set to where nothing is shown
    /// that its author may have taken back since. Twice is once more told, and else once.
    package func setBack() throws(StoreFault) {
        for id in try couples() {
            try work { session throws(StoreFault) in
                try session.settingAside { session throws(StoreFault) in
                    try session.setBack(id)
                }
            }
        }
    }
}

extension Session {
    fileprivate mutating func setBack(_ id: String) throws(StoreFault) {
        guard var page = try page(id) else { return }
        try loadReadable(into: &page)
        let effects = page.couple.setBack()
        keep(page, id)
        try perform(effects, on: id)
    }
}
