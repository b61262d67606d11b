package import Dialogue

/// When each couple's page is next due by itself, apart for each set of platforms that a couple is
/// on: one that has much in hand keeps nobody waiting who isn't on it.
package struct Agendas: Sendable {
    private var sets: [Set<String>] = []
    /// One for each of those.
    private var agendas: [Agenda] = []
    /// In which of them a couple is.
    private var places: [String: Int] = [:]

    package init() {}

    /// The earliest moment at which anything is due.
    package var next: Moment? { agendas.compactMap(\.next).min() }

    package mutating func set(_ couple: String, on platforms: Set<String>, to moment: Moment?) {
        let place = place(of: platforms)
        if let old = places[couple], old != place { agendas[old].set(couple, to: nil) }
        agendas[place].set(couple, to: moment)
        places[couple] = moment == nil ? nil : place
    }

    /// It is gone.
    package mutating func remove(_ couple: String) {
        guard let place = places.removeValue(forKey: couple) else { return }
        agendas[place].set(couple, to: nil)
    }

    /// What was taken out is due still.
    package mutating func putBack(_ couples: [String], at moment: Moment) {
        for couple in couples {
            guard let place = places[couple] else { continue }
            agendas[place].set(couple, to: moment)
        }
    }

    /// Takes out at most `limit` couples that are due and on none of the busy platforms.
    package mutating func take(
        until now: Moment, limit: Int, but busy: Set<String>
    ) -> [String] {
        let open = sets.indices.filter { sets[$0].isDisjoint(with: busy) }
            .sorted { agendas[$0].next ?? .init(.max) < agendas[$1].next ?? .init(.max) }
        var due: [String] = []
        for place in open where due.count < limit {
            due += agendas[place].take(until: now, limit: limit - due.count)
        }
        return due
    }

    private mutating func place(of platforms: Set<String>) -> Int {
        if let place = sets.firstIndex(of: platforms) { return place }
        sets.append(platforms)
        agendas.append(Agenda())
        return sets.count - 1
    }
}
