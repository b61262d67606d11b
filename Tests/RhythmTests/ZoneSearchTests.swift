import Dialogue
import Testing

@testable import Rhythm

struct ZoneSearchTests {
    private func found(
        _ text: String, _ date: String = "2026-11-22", _ time: String = "19:15",
        preferred: String = "Europe/Berlin"
    ) throws -> [String] {
        ZoneSearch.find(text, now: try at(date, time), preferred: try zone(preferred)).map(\.name)
    }

    @Test(arguments: [
        ("Europe/Berlin", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"),
        ("Berlin", "Europe/Berlin"), (" berlin ", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("New_York", "America/New_York"), ("São Paulo", "America/Sao_Paulo"),
        ("Sao Paulo", "America/Sao_Paulo"), ("SÃO PAULO", "America/Sao_Paulo"),
        ("Munich", "Europe/Berlin"), ("München", "Europe/Berlin"), ("Hamburg", "Europe/Berlin"),
        ("San Francisco", "America/Los_Angeles"), ("Boston", "America/New_York"),
        ("Mumbai", "Asia/Kolkata"), ("Beijing", "Asia/Shanghai"), ("Barcelona", "Europe/Madrid"),
        ("kiev", "Europe/Kyiv"), ("Łódź", "Europe/Warsaw"), ("Tromsø", "Europe/Oslo"),
        ("St. John's", "America/St_Johns"), ("Port-au-Prince", "America/Port-au-Prince"),
        ("Munich, Germany", "Europe/Berlin"), ("we live in Lisbon", "Europe/Lisbon"),
        ("Germany", "Europe/Berlin"), ("japan", "Asia/Tokyo"), ("Knox", "America/Indiana/Knox"),
    ])
    func `a name has one answer`(text: String, name: String) throws {
        #expect(try found(text) == [name])
    }

    @Test func `a country with several zones offers them`() throws {
        let zones = try found("USA")
        #expect(zones.count == 4 && zones.first == "America/New_York")
        #expect(try found("Canada").count == 5)
        #expect(try found("Georgia") == ["America/New_York", "Asia/Tbilisi"])
    }

    @Test func `a beginning and one slip are understood`() throws {
        #expect(try found("San Fran") == ["America/Los_Angeles"])
        #expect(try found("Barcelnoa") == ["Europe/Madrid"])
        #expect(try found("Stokholm") == ["Europe/Stockholm"])
        #expect(try found("Hamburgg") == ["Europe/Berlin"])
        #expect(try found("Xyzzyville").isEmpty)
        #expect(try found("").isEmpty)
        #expect(try found("  ,,, ").isEmpty)
        #expect(try found(String(repeating: "in ", count: 50_000)).isEmpty)
    }

    @Test func `a clock's reading gives the zones that show it`() throws {
        #expect(try found("20:15").first == "Europe/Berlin")
        #expect(try found("20:15").count == 5)
        #expect(try found("it is 20:15 here now").first == "Europe/Berlin")
        #expect(try found("8:15 pm").first == "Europe/Berlin")
        #expect(try found("It's 8:17 p.m. now!").first == "Europe/Berlin")
        #expect(try found("8:15pm", preferred: "Africa/Lagos").first == "Africa/Lagos")
        // Said without am or pm in the evening, the host's zone still leads.
        #expect(try found("8:15").first == "Europe/Berlin")
        #expect(try found("20.20", preferred: "America/New_York").first == "Europe/Berlin")
        #expect(try found("00:45") == ["Asia/Kolkata", "Asia/Colombo"])
        #expect(try found("1:00 am") == ["Asia/Kathmandu"])
    }

    @Test func `the clock is judged by the season`() throws {
        #expect(try found("20:15", "2026-07-22", "18:15").first == "Europe/Berlin")
        let london = try found("19:15", "2026-07-22", "18:15")
        #expect(london.contains("Europe/London") && !london.contains("Africa/Accra"))
        // Eleven hours behind and thirteen ahead look the same.
        let ends = try found("08:15", "2026-12-22", "19:15", preferred: "Pacific/Auckland")
        #expect(ends.first == "Pacific/Auckland" && ends.contains("Pacific/Pago_Pago"))
    }

    @Test func `an offset is a clock's reading too`() throws {
        #expect(try found("UTC+1").first == "Europe/Berlin")
        #expect(try found("gmt -3").first == "America/Sao_Paulo")
        #expect(try found("+05:45") == ["Asia/Kathmandu"])
        #expect(try found("UTC+99").isEmpty)
    }
}

struct TypedTimeTests {
    @Test(
        arguments: [
            ("19:30", "19:30"), ("7pm", "19:00"), ("7:30 pm", "19:30"), ("19.30", "19:30"),
            ("19h", "19:00"), ("19h30", "19:30"), ("noon", "12:00"), ("midnight", "00:00"),
            ("Mittag", "12:00"), ("7:05", "07:05"), ("7 P.M.", "19:00"), ("12am", "00:00"),
            ("12 pm", "12:00"), ("12:30 a.m.", "00:30"), ("20 Uhr", "20:00"), ("7 Uhr", "07:00"),
            ("um 20:15 Uhr", "20:15"), ("at 8 in the evening", "20:00"), ("1930", "19:30"),
            ("24:00", "00:00"), ("21", "21:00"), (" 19:30 ", "19:30"), ("١٩:٣٠", "19:30"),
            ("19：30", nil), ("a las 21:00", "21:00"), ("8:00 in the morning", "08:00"),
            ("20:15 pm", "20:15"), ("7", nil), ("", nil), ("13 am", nil), ("0 pm", nil),
            ("25:00", nil), ("19:60", nil), ("19:3", nil), ("soon", nil), ("19:30:15", nil),
            ("-7pm", nil), ("7pm please", nil), ("99999999999999999999", nil), ("24:30", nil),
        ] as [(String, String?)])
    func `a typed time is read as it is meant`(typed: String, time: String?) throws {
        #expect(LocalTime(typed: typed)?.description == time)
    }
}
