import Foundation
import Testing

@testable import Rhythm

/// The machine's own rules, read from its files.
@Suite struct ZoneFileTests {
    /// Where a machine keeps them; without any there is nothing to be compared.
    private static let folder = ZoneRules.Folder(path: "/usr/share/zoneinfo")

    @Test(.enabled(if: folder != nil))
    func `they say what the program's own rules say, where both are of one edition`() throws {
        let folder = try #require(Self.folder)
        let isSame = folder.edition == TimeZone.timeZoneDataVersion
        var compared = 0
        for name in ZoneNames.all where name != "UTC" {
            let file = try #require(folder.rules(of: name), "\(name)")
            let rules = try #require(TimeZone(identifier: name))
            // From 1971, for before it zones that agree since are one to some; every eleven hours
            // and a bit until 2045, far behind the last change that a file names.
            for moment in stride(from: 31_536_000 as Int64, to: 2_366_841_600, by: 400_003) {
                let offset = Int64(
                    rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment))))
                compared += 1
                guard file.offset(at: moment) != offset else { continue }
                // Of another edition only the last years may differ.
                #expect(!isSame, "\(name) at \(moment): \(file.offset(at: moment)), not \(offset)")
                break
            }
        }
        #expect(compared > 1_000_000)
    }

    @Test(arguments: [
        // Winter, summer, and the moments around both changes of 2030.
        ("CET-1CEST,M3.5.0,M10.5.0/3", 1_893_456_000 as Int64, 3_600 as Int64),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 1_901_149_199, 3_600),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 1_901_149_200, 7_200),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 1_919_293_199, 7_200),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 1_919_293_200, 3_600),
        // Summer across the turn of the year.
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_893_456_000, 39_600),
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_909_000_000, 37_800),
        // A winter that is the exception.
        ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_893_456_000, 0),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_909_000_000, 3_600),
        // A change the day before.
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_909_000_000, -3_600),
        // Days by their number, and no change at all.
        ("XXX3YYY,J60/0,300", 1_893_456_000, -10_800), ("XXX3YYY,J60/0,300", 1_909_000_000, -7_200),
        ("<+0545>-5:45", 0, 20_700),
    ])
    func `what clocks do every year`(text: String, moment: Int64, offset: Int64) throws {
        let rule = try #require(YearlyRule(text))
        #expect(rule.offset(at: moment) == offset)
    }

    @Test(arguments: [
        "", "CET", "X-1", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0/3",
        "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-168", "<+05-5", "CET-1:60",
        "CET-1CEST,J0,J9", "CET-1CEST,366,9", "CET-1CEST,M3.5.0,M10.5.0/3 ", "CET-1CEST,,",
    ])
    func `what is no such text is refused`(text: String) {
        #expect(YearlyRule(text) == nil)
    }

    @Test(.enabled(if: folder != nil))
    func `a file that is cut short or changed is refused, or gives offsets of a day at most`()
        throws
    {
        let folder = try #require(Self.folder)
        let bytes = [UInt8](
            try #require(FileManager.default.contents(atPath: folder.path + "/Europe/Berlin")))
        #expect(ZoneFile(bytes) != nil)
        for end in stride(from: 0, to: bytes.count, by: 7) {
            #expect(ZoneFile(Array(bytes[..<end])) == nil)
        }
        var dice = Dice(seed: 5)
        for _ in 0..<3_000 {
            var changed = bytes
            changed[Int(dice.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: dice.next())
            guard let file = ZoneFile(changed) else { continue }
            for moment in [Int64.min / 2, -1, 0, 1_900_000_000, Int64.max / 2] as [Int64] {
                #expect(
                    abs(file.offset(at: min(max(moment, -62_135_500_000), 253_402_200_000))) <= 168
                        * 3_600)
            }
        }
    }
}
