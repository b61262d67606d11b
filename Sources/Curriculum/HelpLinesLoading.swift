import Dialogue

extension ContentReader {
    /// Reads the telephone lines, and notes everything that is wrong with them.
    mutating func helpLines() -> HelpLines? {
        let path = "lines.json"
        guard let file = read(HelpLinesFile.self, at: path) else { return nil }
        if !file.directory.isHost { note(path, "directory: give a host, without https://") }
        var seen: Set<String> = []
        for line in file.lines {
            let place = "\(line.country)/\(line.key)"
            if !seen.insert(place).inserted { note(path, "\(place): is there twice") }
            for fault in line.faults { note(path, "\(place): \(fault)") }
        }
        let countries = Set(file.lines.map(\.country))
        for (place, keeper) in file.servedBy.sorted(by: { $0.key < $1.key })
        where !place.isCountry || countries.contains(place) || !countries.contains(keeper) {
            note(path, "servedBy.\(place): name a place without lines, and a country with some")
        }
        return HelpLines(
            directory: file.directory, lines: file.lines, servedBy: file.servedBy)
    }
}

private struct HelpLinesFile: Decodable {
    let schema: Int
    let directory: String
    let servedBy: [String: String]
    let lines: [HelpLine]
}

extension HelpLine {
    /// What is wrong with it.
    fileprivate var faults: [String] {
        var faults: [String] = []
        if !country.isCountry { faults.append("country: give the two letters of ISO 3166") }
        if !key.isKey { faults.append("key: give small letters, digits and -, at most 24") }
        if name.isEmpty || name.count > 80 { faults.append("name: give 1 to 80 characters") }
        if !number.isNumber { faults.append("number: give digits, as they are dialled there") }
        if about.isEmpty { faults.append("about: say violence, crisis or both") }
        if hours?.areHours == false { faults.append("hours: 24/7, 09:00–17:00, or null") }
        if languages.isEmpty || !languages.allSatisfy(\.isLanguage) {
            faults.append("languages: give at least one tag, such as en")
        }
        if !source.isHost { faults.append("source: give a host, without https://") }
        return faults
    }
}

/// Looked at letter by letter: there are many lines, and they are read at every start.
extension String {
    fileprivate var isCountry: Bool { utf8.count == 2 && utf8.allSatisfy(\.isCapital) }

    fileprivate var isKey: Bool { isLabel && utf8.count <= 24 }

    /// As between the dots of a host's name.
    private var isLabel: Bool {
        (1...63).contains(utf8.count) && first != "-" && last != "-"
            && utf8.allSatisfy { $0.isSmall || $0.isDigit || $0 == UInt8(ascii: "-") }
    }

    fileprivate var isNumber: Bool {
        let digits = utf8.first == UInt8(ascii: "*") ? dropFirst() : self[...]
        let groups = digits.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-")
        }
        return (3...24).contains(utf8.count)
            && groups.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
    }

    fileprivate var areHours: Bool {
        let ends = split(separator: "–", omittingEmptySubsequences: false).map(String.init)
        guard self != "24/7" else { return true }
        return ends.count == 2 && ends.allSatisfy { $0.utf8.count == 5 && $0.contains(":") }
            && LocalTime(ends[0]) != nil && (LocalTime(ends[1]) != nil || ends[1] == "24:00")
    }

    fileprivate var isLanguage: Bool {
        (2...3).contains(utf8.count) && utf8.allSatisfy(\.isSmall)
    }

    fileprivate var isHost: Bool {
        let labels = split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return labels.count >= 2 && labels.allSatisfy(\.isLabel) && utf8.count <= 80
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isSmall: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
