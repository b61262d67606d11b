import Curriculum
import Dialogue
import Testing

/// What everybody is told before they begin about who could read what, for each way to run it.
@Suite struct HostWordsTests {
    private static let hosts: [House.Host] = [
        .partner(name: nil), .partner(name: "Kim"), .other(name: nil), .other(name: "Kim"),
    ]

    @Test(arguments: hosts) func `locked, and the key lies beside it`(host: House.Host) throws {
        let welcome = try text(.started(payload: ""), host)
        let reads = try text(.pressed(Press(.whoReads, code: nil)), host)
        for told in [welcome, reads] {
            #expect(told.contains("What I store is locked"))
            #expect(told.contains("key lies"))
            #expect(told.contains("with some effort"))
            #expect(told.contains("Carrier carries"))
            #expect(told.contains("Kim") == (host.name != nil))
        }
        #expect(reads.contains("nobody can read what you wrote from a copy without its key"))
    }

    @Test func `the trial promises nothing`() throws {
        for event in [Visitor.Event.started(payload: ""), .pressed(Press(.whoReads, code: nil))] {
            let told = try text(event, .trial)
            #expect(told.contains("anyone at it"))
            #expect(!told.contains("locked") && !told.contains("Carrier"))
        }
    }

    private func text(_ event: Visitor.Event, _ host: House.Host) throws -> String {
        let house = House(
            host: host, platform: "Carrier", consentVersion: 2, zone: "UTC",
            hour: LocalTime(minutesAfterMidnight: 0))
        let book = try #require(try Curriculum.builtIn().phrasebook("en"))
        let effects = Visitor.handle(event, link: .none, house: house)
        guard case .tell(let telling) = effects.first else { return "" }
        return book.word(telling, link: { $0 }).text
    }
}

extension House.Host {
    fileprivate var name: String? {
        switch self {
        case .partner(let name), .other(let name): name
        case .trial: nil
        }
    }
}
