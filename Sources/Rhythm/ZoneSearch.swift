package import Dialogue

/// Finds the zone that a person means by what they typed: a zone's name, a city, a country, or
/// what their clock shows.
package enum ZoneSearch {
    /// The likely zones, best first; at most five, none if nothing fits.
    ///
    /// - Parameters:
    ///   - text: `Europe/Berlin`, `são paulo`, `Munich, Germany`, `20:15`, `UTC+2` …
    ///   - now: when it was typed; a clock's reading is compared with it.
    ///   - preferred: the zone that comes first among equals, usually the host's.
    package static func find(_ text: String, now: Moment, preferred: Zone) -> [Zone] {
        let exact = names(exactly: text)
        if !exact.isEmpty { return ranked(exact) }
        let byClock = ClockGuess.zones(for: text, now: now, preferred: preferred)
        if !byClock.isEmpty { return ranked(byClock) }
        return ranked(names(near: text, preferred: preferred))
    }

    private static func names(exactly text: String) -> [String] {
        for reading in readings(of: text) {
            if let zones = places[reading] { return zones }
        }
        return []
    }

    /// What the text may stand for, the most literal first: all of it, the part before a comma,
    /// what follows `in`, as in "we live in Berlin".
    private static func readings(of text: String) -> [String] {
        let all = PlainText.place(text)
        var readings = [all]
        let head = text.split(separator: ",", maxSplits: 1).first.map(String.init) ?? text
        readings.append(PlainText.place(head))
        for reading in readings {
            let words = reading.split(separator: " ")
            guard let last = words.lastIndex(of: "in") else { continue }
            readings.append(words[(last + 1)...].joined(separator: " "))
        }
        return readings.filter { !$0.isEmpty }
    }

    /// Places whose names begin like the text, else those that differ from it by one slip.
    private static func names(near text: String, preferred: Zone) -> [String] {
        let typed = PlainText.place(text)
        guard typed.count >= 3 else { return [] }
        let begun = keys.filter { $0.hasPrefix(typed) }
        let near = begun.isEmpty && typed.count >= 5 ? keys.filter { isOneSlip($0, typed) } : begun
        let zones = near.flatMap { places[$0] ?? [] }
        return zones.filter { $0 == preferred.name } + zones
    }

    private static func ranked(_ names: [String]) -> [Zone] {
        var zones: [Zone] = []
        for name in names {
            guard zones.count < most, let zone = Zone(name), !zones.contains(zone) else { continue }
            zones.append(zone)
        }
        return zones
    }

    private static let most = 5

    /// Zones by plain names of places and of zones. A zone's own city comes before our table.
    private static let places: [String: [String]] = {
        var table: [String: [String]] = [:]
        func add(_ zone: String, as key: String) {
            guard !table[key, default: []].contains(zone) else { return }
            table[key, default: []].append(zone)
        }
        for name in ZoneNames.everySpelling {
            guard let zone = ZoneNames.canonical(name) else { continue }
            add(zone, as: PlainText.place(name))
            let city = name.split(separator: "/").last.map(String.init) ?? name
            // The database's shorthand (`NSW`, `GB`) stays reachable by the whole name only.
            if city.count > 3 { add(zone, as: PlainText.place(city)) }
        }
        for entry in Gazetteer.entries {
            for place in entry.places { add(entry.zone, as: place) }
        }
        return table
    }()

    /// All plain names, the shortest first: of two that begin alike it is the likelier.
    private static let keys: [String] = places.keys.sorted { ($0.count, $0) < ($1.count, $1) }

    /// Whether one letter was added, left out, changed, or swapped with its neighbour.
    private static func isOneSlip(_ a: String, _ b: String) -> Bool {
        let (short, long) = a.count <= b.count ? (Array(a), Array(b)) : (Array(b), Array(a))
        guard long.count - short.count <= 1 else { return false }
        var same = 0
        while same < short.count, short[same] == long[same] { same += 1 }
        if long.count > short.count { return short[same...] == long[(same + 1)...] }
        if same == short.count { return true }
        if short[(same + 1)...] == long[(same + 1)...] { return true }
        return same + 1 < short.count && short[same] == long[same + 1]
            && short[same + 1] == long[same] && short[(same + 2)...] == long[(same + 2)...]
    }
}
