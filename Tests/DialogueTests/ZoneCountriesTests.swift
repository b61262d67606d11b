import Curriculum
import Testing

@testable import Rhythm

/// Every zone that somebody may have lies in a country that we know.
@Suite struct ZoneCountriesTests {
    @Test func `every zone that is given out has a country, but those that are no place`() throws {
        let countries = try ZoneCountries.builtIn()
        for zone in ZoneNames.all where !["UTC", "GMT"].contains(zone) {
            #expect(countries.country(of: zone) != nil, "\(zone)")
        }
        #expect(countries.country(of: "UTC") == nil)
    }

    @Test func `every spelling that is taken leads to a country`() throws {
        let countries = try ZoneCountries.current()
        for spelling in ZoneNames.everySpelling {
            let zone = try #require(ZoneNames.canonical(spelling))
            guard zone != "UTC", zone != "GMT" else { continue }
            #expect(countries.country(of: zone) != nil, "\(spelling)")
        }
    }
}
