package import Dialogue
import Foundation

/// What time it is, and chance: the only places where the desk asks the world for them.
package struct Clock: Sendable {
    /// The wall clock.
    package let now: @Sendable () -> Moment

    /// Whether more than one clock says so: else nothing is done that can't be undone.
    package let isAgreed: @Sendable () -> Bool

    package init(
        isAgreed: @escaping @Sendable () -> Bool = { true }, now: @escaping @Sendable () -> Moment
    ) {
        self.isAgreed = isAgreed
        self.now = now
    }

    /// The machine's clock, moved by `offset` (the trial's "next day").
    package static func system(offset: @escaping @Sendable () -> Span = { Span(seconds: 0) })
        -> Clock
    {
        Clock { Moment(Int64(Date().timeIntervalSince1970)) + offset() }
    }
}

/// Chance and fresh names. A test hands in its own, from a seed.
package struct Chance: Sendable {
    /// 64 bits.
    package let bits: @Sendable () -> UInt64
    /// A fresh id for a person or a couple.
    package let id: @Sendable () -> String
    /// A fresh invitation code, hard to guess and fit for a link.
    package let code: @Sendable () -> String

    package init(
        bits: @escaping @Sendable () -> UInt64, id: @escaping @Sendable () -> String,
        code: @escaping @Sendable () -> String
    ) {
        self.bits = bits
        self.id = id
        self.code = code
    }
}
