import Foundation

/// Which country a time zone lies in, so that somebody needn't be asked where they are.
package struct ZoneCountries: Sendable, Equatable {
    private let countries: [String: String]

    /// Reads a table as the zone database has it: the country's code, a place on earth, the
    /// zone's name, with tabs between. Where several countries share a zone, its first counts.
    package init(table: String) {
        countries = table.split(separator: "\n").reduce(into: [:]) { found, line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard !line.hasPrefix("#"), columns.count >= 3, !columns[2].isEmpty else { return }
            let code = columns[0].prefix { $0 != "," }
            guard code.utf8.count == 2, code.allSatisfy(\.isUppercase) else { return }
            found[String(columns[2])] = String(code)
        }
    }

    init(_ countries: [String: String]) { self.countries = countries }

    /// What comes with the program, below what this computer's own zone database says.
    package static func current() throws(CurriculumFaults) -> ZoneCountries {
        try builtIn().amended(by: system())
    }

    /// What comes with the program; present and former names of zones.
    package static func builtIn() throws(CurriculumFaults) -> ZoneCountries {
        var reader = ContentReader(folder: Bundle.module.bundleURL.appending(path: "Content"))
        let zones = reader.zoneCountries()
        guard reader.faults.isEmpty, let zones else {
            throw CurriculumFaults(faults: reader.faults)
        }
        return zones
    }

    /// This computer's zone database; empty where it has none.
    ///
    /// - Parameter folder: where the database lies.
    package static func system(in folder: String = "/usr/share/zoneinfo") -> ZoneCountries {
        for name in ["zone.tab", "zone1970.tab"] {
            // Without this table there is the other one, and without both the built-in one.
            guard let file = FileHandle(forReadingAtPath: "\(folder)/\(name)"),
                let data = try? file.read(upToCount: 1 << 20)
            else { continue }
            return ZoneCountries(table: String(decoding: data, as: UTF8.self))
        }
        return ZoneCountries([:])
    }

    /// The same, but where the other knows a zone, it has the last word.
    package func amended(by other: ZoneCountries) -> ZoneCountries {
        ZoneCountries(countries.merging(other.countries) { _, new in new })
    }

    /// The country of a zone, by its name in the IANA database; nil if it lies in none (`UTC`) or
    /// isn't known.
    package func country(of zone: String) -> String? { countries[zone] }

    /// The zones that are known, sorted.
    package var zones: [String] { countries.keys.sorted() }
}

extension ContentReader {
    /// Reads which country each zone lies in, below what this computer's own database says.
    mutating func zoneCountries() -> ZoneCountries? {
        guard let file = read(ZonesFile.self, at: "zones.json") else { return nil }
        return ZoneCountries(file.zones)
    }
}

private struct ZonesFile: Decodable {
    let schema: Int
    let zones: [String: String]
}
