import Dialogue
import Rhythm
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
        // Whoever paused, or blocked the bot, is told too: it is they who may have gone since.
        let effects = page.couple.setBack().map { effect in
            guard case .tell(let side, var telling) = effect,
                let partner = page.couple.partners[side]
            else { return effect }
            let zone = Zone(partner.zone) ?? .utc
            telling.notBefore = partner.quietHours.nextWaking(at: now, in: zone)
            return .tell(side, telling)
        }
        keep(page, id)
        try perform(effects, on: id)
    }
}
