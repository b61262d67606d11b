import Dialogue
import Testing

@testable import Townspeople

/// Somebody unknown may do anything; only saying that they are 18 or older begins a page.
@Suite struct VisitorTests {
    static let maker = Words(by: PersonID("maker"), "Sam")

    @Test(arguments: UInt64(1)...8)
    func onlyAnAdultIsAdmittedAndOnlyByAGoodLink(seed: UInt64) {
        var dice = Dice(seed: seed)
        var offered: [Press] = []
        for _ in 0..<500 {
            let link = link(&dice)
            let event = event(&dice, offered)
            let effects = Visitor.handle(event, link: link, house: house(&dice))
            #expect(!effects.isEmpty)
            for effect in effects {
                switch effect {
                case .tell(let telling):
                    offered = telling.choices.flatMap { $0 }
                    #expect(offered.allSatisfy { Press(data: $0.data) == $0 })
                    #expect(telling.line.marks.isEmpty)
                case .admit(let code, _):
                    #expect(event == .pressed(Press(.adult, code: code, press(event)?.number)))
                    if let code { #expect(link == .good(code: code, maker: Self.maker)) }
                case .move(let code):
                    #expect(link == .moving(code: code, name: Self.maker))
                    #expect([.bringHere, .bringBack].contains(press(event)?.act))
                }
            }
        }
    }

    @Test(arguments: UInt64(1)...4)
    func pressingAgainAlwaysWorks(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<200 {
            let (link, event, house) = (link(&dice), event(&dice, []), house(&dice))
            let once = Visitor.handle(event, link: link, house: house)
            #expect(once == Visitor.handle(event, link: link, house: house))
        }
    }

    private func press(_ event: Visitor.Event) -> Press? {
        if case .pressed(let press) = event { press } else { nil }
    }

    private func event(_ dice: inout Dice, _ offered: [Press]) -> Visitor.Event {
        switch dice.roll(4) {
        case 0:
            return .started(payload: dice.chance(of: 50) ? "" : "abc")
        case 1:
            return .wrote
        case 2:
            return .pressed(dice.one(of: offered) ?? Press(.adult))
        case _:
            let act = dice.one(of: Press.Act.allCases) ?? .adult
            let code = [nil, "abc", "other"][dice.roll(3)]
            return .pressed(Press(act, code: code, [nil, 0, 1, Int.min][dice.roll(4)]))
        }
    }

    private func link(_ dice: inout Dice) -> Visitor.Link {
        switch dice.roll(4) {
        case 0: .none
        case 1: .gone
        case 2: .locked
        case _: .good(code: "abc", maker: Self.maker)
        }
    }

    private func house(_ dice: inout Dice) -> House {
        let hosts: [House.Host] = [
            .partner(name: nil), .partner(name: "Kim"), .other(name: nil), .other(name: "Kim"),
            .trial,
        ]
        return Scenery(course: .invented, host: dice.one(of: hosts) ?? .trial).house
    }
}
