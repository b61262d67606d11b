import Dialogue
import Store

/// Bodies of rounds, laid on a page's shelf.
extension Session {
    /// Lays these bodies on a page's shelf.
    mutating func load(_ serials: [Int], into page: inout Page) throws(StoreFault) {
        for line in page.couple.rounds
        where serials.contains(line.serial) && !page.couple.shelf.holds(line.serial) {
            guard let round = try cabinet.round(line, of: page.couple.id) else {
                // The line was saved with its body in one batch: without it the page is damaged.
                setAside(page.couple.id)
                throw .unreadable(
                    Cabinet.round(line.serial, line.name, of: page.couple.id))
            }
            page.couple.shelf.load(round)
        }
    }

    mutating func loadAll(into page: inout Page) throws(StoreFault) {
        try load(page.couple.rounds.map(\.serial), into: &page)
    }

    /// All bodies but those that nobody can read: they keep nobody from going.
    ///
    /// - Returns: whether that is all.
    @discardableResult
    func loadReadable(
        into page: inout Page, only serials: [Int]? = nil
    ) throws(StoreFault) -> Bool {
        var isAll = true
        for line in page.couple.rounds
        where !page.couple.shelf.holds(line.serial) && serials?.contains(line.serial) ?? true {
            do throws(StoreFault) {
                guard let round = try cabinet.round(line, of: page.couple.id) else {
                    isAll = false
                    continue
                }
                page.couple.shelf.load(round)
            } catch {
                guard error.isOfOneFile else { throw error }
                isAll = false
            }
        }
        return isAll
    }
}

extension Event {
    /// Whether somebody goes by it, or asks what that means: no answer is looked at for it.
    var isWayOut: Bool {
        switch self {
        case .commanded(_, let call, _): call.command == .leave || call.command == .forget
        case .pressed(_, let press): [.leaveNow, .leaveAndTell, .forgetNow].contains(press.act)
        case .said, .edited, .tookBack, .sentOther, .reachable, .struck, .rang, .admitted,
            .knocked, .claimEnded:
            false
        }
    }
}
