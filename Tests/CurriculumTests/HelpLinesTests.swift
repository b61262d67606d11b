import Dialogue
import Foundation
import Testing

@testable import Curriculum

@Suite struct HelpLinesTests {
    @Test func `there are lines for many countries, and none is called checked`() throws {
        let lines = try HelpLines.builtIn()
        #expect(lines.directory == "findahelpline.com")
        #expect(lines.countries.count >= 45)
        for line in lines.countries.flatMap(lines.lines) {
            #expect(line.verifiedOn == nil, "\(line.confirmationKey)")
        }
    }

    @Test func `most countries have somebody for violence and somebody for a dark hour`() throws {
        let lines = try HelpLines.builtIn()
        for topic in [HelpLine.Topic.violence, .crisis] {
            let known = lines.countries.filter { country in
                lines.lines(for: country).contains { $0.about.contains(topic) }
            }
            #expect(known.count >= 45, "\(topic)")
        }
    }

    @Test func `a line has all that is needed to call it`() throws {
        let line = try #require(
            HelpLines.builtIn().lines(for: "de").first { $0.key == "hilfetelefon" })
        #expect(line.country == "DE")
        #expect(line.number == "116 016")
        #expect(line.hours == "24/7")
        #expect(line.about == [.violence])
        #expect(line.languages.starts(with: ["de", "en"]))
        #expect(line.source == "www.hilfetelefon.de")
        #expect(line.confirmationKey == "DE/hilfetelefon/116016")
    }

    @Test func `a territory has the lines that can be dialled there, and nowhere has none`() throws
    {
        let lines = try HelpLines.builtIn()
        #expect(lines.lines(for: "PR") == lines.lines(for: "US"))
        #expect(lines.lines(for: "ZZ").isEmpty)
        #expect(lines.lines(for: nil).isEmpty)
        #expect(lines.lines(for: "").isEmpty)
    }

    @Test func `a confirmation is laid over its line, and over no other`() throws {
        let lines = try HelpLines.builtIn()
        let line = try #require(lines.lines(for: "DE").first)
        let date = LocalDate(year: 2026, month: 11, day: 23)
        var confirmations = LineConfirmations()
        confirmations.confirm(line, on: date)
        let confirmed = lines.confirmed(by: confirmations)
        #expect(confirmed.lines(for: "DE").first?.verifiedOn == date)
        let others = confirmed.countries.flatMap(confirmed.lines).dropFirst(0)
            .filter { $0.confirmationKey != line.confirmationKey }
        #expect(others.allSatisfy { $0.verifiedOn == nil })
        confirmations.withdraw(line)
        #expect(lines.confirmed(by: confirmations) == lines)
    }

    @Test func `a number that changed isn't confirmed any more`() throws {
        let old = try line(#""number": "116 016""#)
        var confirmations = LineConfirmations()
        confirmations.confirm(old, on: LocalDate(year: 2026, month: 11, day: 23))
        #expect(confirmations.date(of: old) != nil)
        #expect(confirmations.date(of: try line(#""number": "116 017""#)) == nil)
    }

    @Test func `confirmations are saved as an object of dates`() throws {
        var confirmations = LineConfirmations()
        confirmations.confirm(
            try line(#""number": "116 016""#), on: LocalDate(year: 2026, month: 11, day: 23))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let data = try encoder.encode(confirmations)
        #expect(String(decoding: data, as: UTF8.self) == #"{"DE/a/116016":"2026-11-23"}"#)
        #expect(try JSONDecoder().decode(LineConfirmations.self, from: data) == confirmations)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(LineConfirmations.self, from: Data(#"{"a":"soon"}"#.utf8))
        }
    }

    @Test(arguments: [
        (#""country": "de""#, "country: give"), (#""key": "Hilfe!""#, "key: give"),
        (#""number": "call us""#, "number: give"), (#""number": "1""#, "number: give"),
        (#""hours": "always""#, "hours: 24/7"), (#""languages": []"#, "languages: give"),
        (#""about": []"#, "about: say"), (#""source": "https://a.org/x""#, "source: give"),
        (#""name": """#, "name: give"), (#""about": ["money"]"#, "lines.json"),
        (#""verifiedOn": "2026-02-30""#, "lines.json"), (#""country": "FR""#, "servedBy.PR: name"),
    ])
    func `what is wrong with a line is said`(change: String, fault: String) throws {
        let folder = try ContentFolder(["lines.json": file(change)])
        let found = #expect(throws: CurriculumFaults.self) { try HelpLines.load(from: folder.url) }
        #expect(try #require(found).description.contains(fault))
    }

    @Test func `a line that is there twice is said`() throws {
        let text = file("").replacingOccurrences(of: "[{", with: "[\(object("")), {")
        let folder = try ContentFolder(["lines.json": text])
        let found = #expect(throws: CurriculumFaults.self) { try HelpLines.load(from: folder.url) }
        #expect(try #require(found).description.contains("is there twice"))
    }

    private func line(_ change: String) throws -> HelpLine {
        try JSONDecoder().decode(HelpLine.self, from: Data(object(change).utf8))
    }

    private func file(_ change: String) -> String {
        #"{"schema": 1, "directory": "a.org", "servedBy": {"PR": "DE"}, "lines": [\#(object(change))]}"#
    }

    /// A sound line but for one field.
    private func object(_ change: String) -> String {
        let fields = [
            #""country": "DE""#, #""key": "a""#, #""name": "A""#, #""number": "110 11""#,
            #""about": ["crisis"]"#, #""hours": null"#, #""languages": ["de"]"#,
            #""verifiedOn": null"#, #""source": "a.org""#,
        ]
        let name = change.prefix { $0 != ":" }
        let kept = fields.filter { name.isEmpty || !$0.hasPrefix(name) }
        return "{" + (kept + (change.isEmpty ? [] : [change])).joined(separator: ", ") + "}"
    }
}

@Suite struct ZoneTableTests {
    @Test func `a table of the zone database is read, and what is no line of it is left out`() {
        let table = """
            # a comment\tx\tEurope/Nowhere
            DE\t+5230+01322\tEurope/Berlin\tmost of Germany
            AE,OM\t+2518+05518\tAsia/Dubai
            broken
            d\t+1\tEurope/Small
            FR\t+4852+00220
            IS\t+6409-02151\tAtlantic/Reykjavik
            """
        let countries = ZoneCountries(table: table)
        #expect(countries.zones == ["Asia/Dubai", "Atlantic/Reykjavik", "Europe/Berlin"])
        #expect(countries.country(of: "Europe/Berlin") == "DE")
        #expect(countries.country(of: "Asia/Dubai") == "AE")
        #expect(countries.country(of: "Europe/Nowhere") == nil)
    }

    @Test func `this computer's database has the last word, and may be missing`() throws {
        let builtIn = try ZoneCountries.builtIn()
        let folder = try ContentFolder(["zone1970.tab": "XA,DE\t+1\tEurope/Berlin\n"])
        let here = ZoneCountries.system(in: folder.url.path)
        #expect(builtIn.amended(by: here).country(of: "Europe/Berlin") == "XA")
        #expect(builtIn.amended(by: here).country(of: "Europe/Kiev") == "UA")
        let nothing = ZoneCountries.system(in: folder.url.path + "/none")
        #expect(nothing.zones.isEmpty)
        #expect(builtIn.amended(by: nothing) == builtIn)
    }

    @Test func `neighbours that share a clock are told apart`() throws {
        let countries = try ZoneCountries.builtIn()
        for (zone, country) in [
            ("Europe/Oslo", "NO"), ("Europe/Stockholm", "SE"), ("Europe/Kiev", "UA"),
            ("America/Toronto", "CA"), ("US/Pacific", "US"), ("Asia/Calcutta", "IN"),
            ("Iceland", "IS"), ("America/Puerto_Rico", "PR"), ("Africa/Timbuktu", "ML"),
        ] {
            #expect(countries.country(of: zone) == country, "\(zone)")
        }
    }
}
