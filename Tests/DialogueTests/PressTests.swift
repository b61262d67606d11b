import Testing

@testable import Dialogue

/// Each act is in one realm at most, by the name and the raw value that it has everywhere.
@Suite struct PressTests {
    @Test func `what handles some acts calls them what they are called`() {
        let realms: [[(name: String, raw: String)]] = [
            CourseAct.allCases.map { ("\($0)", $0.rawValue) },
            ClockAct.allCases.map { ("\($0)", $0.rawValue) },
            TogetherAct.allCases.map { ("\($0)", $0.rawValue) },
            CardAct.allCases.map { ("\($0)", $0.rawValue) },
            VisitorAct.allCases.map { ("\($0)", $0.rawValue) },
            BookAct.allCases.map { ("\($0)", $0.rawValue) },
        ]
        let known = Dictionary(
            uniqueKeysWithValues: Press.Act.allCases.map { ($0.rawValue, "\($0)") })
        for (name, raw) in realms.joined() { #expect(known[raw] == name) }
        let raws = realms.joined().map(\.raw)
        #expect(Set(raws).count == raws.count)
    }
}
