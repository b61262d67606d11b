import Dialogue
import Rhythm
package import Store

extension Desk {
    /// How many partners' cards come in each of the next 24 hours, from the hour that runs now on.
    /// Nothing of anybody: a count of fewer than ``fewest`` is 0.
    package func upcoming() async throws(StoreFault) -> [Int] {
        let now = now
        let start = Moment(now.seconds / 3_600 * 3_600)
        var counts = [Int](repeating: 0, count: 24)
        for id in try couples() {
            for moment in try nextCards(on: id, now) {
                let hour = Int((moment - start).seconds / 3_600)
                if counts.indices.contains(hour) { counts[hour] += 1 }
            }
            // Whoever writes now doesn't wait for it.
            await Task.yield()
        }
        return counts.map { $0 < Desk.fewest ? 0 : $0 }
    }

    /// Of fewer it isn't told, for it would tell of somebody.
    package static let fewest = 20

    private func nextCards(on id: String, _ now: Moment) throws(StoreFault) -> [Moment] {
        let page: Page?
        do throws(StoreFault) { page = try self.page(id) } catch {
            guard error.isOfOneFile else { throw error }
            // Nothing comes to them before it can be read.
            return []
        }
        guard let page else { return [] }
        return Side.allCases.compactMap { side in
            guard let partner = page.couple.partners[side] else { return nil }
            let judgement = page.cardHour(of: partner, on: side)
                .judge(lastGiven: partner.lastCardDate, now: now)
            // One that is due and waits for its turn comes within the hour.
            let (date, moment) =
                judgement.due.map { ($0, now) } ?? (judgement.nextDate, judgement.next)
            return page.couple.expectsCard(side, on: date, at: moment) ? moment : nil
        }
    }
}
