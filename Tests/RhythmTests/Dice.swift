import Dialogue
import Foundation

@testable import Rhythm

/// Numbers from a seed (SplitMix64), so that a failing run can be had again.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func time() -> LocalTime {
        LocalTime(minutesAfterMidnight: Int.random(in: 0..<1_440, using: &self))
    }
}

/// A UTC instant written as a date and a time: `at("2026-03-29", "01:00")`.
func at(_ date: String, _ time: String) throws -> Moment {
    Zone.utc.instant(on: try date.asDate, at: try time.asTime)
}

func zone(_ name: String) throws -> Zone {
    guard let zone = Zone(name) else { throw Unreadable() }
    return zone
}

struct Unreadable: Error {}

extension String {
    var asDate: LocalDate {
        get throws {
            guard let date = LocalDate(self) else { throw Unreadable() }
            return date
        }
    }

    var asTime: LocalTime {
        get throws {
            guard let time = LocalTime(self) else { throw Unreadable() }
            return time
        }
    }
}
