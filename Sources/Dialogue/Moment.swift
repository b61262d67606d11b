/// An instant, in whole seconds since 1970-01-01T00:00:00Z.
package struct Moment: Hashable, Comparable, Sendable, Codable {
    package var seconds: Int64

    package init(_ seconds: Int64) { self.seconds = seconds }

    package init(from decoder: any Decoder) throws {
        seconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }

    package static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }
    package static func + (a: Moment, b: Span) -> Moment { Moment(a.seconds + b.seconds) }
    package static func - (a: Moment, b: Span) -> Moment { Moment(a.seconds - b.seconds) }
    package static func - (a: Moment, b: Moment) -> Span { Span(seconds: a.seconds - b.seconds) }
}

/// A length of elapsed time in whole seconds. A day here is 86,400 s; calendar days are
/// ``LocalDate``'s affair.
package struct Span: Hashable, Comparable, Sendable, Codable {
    package var seconds: Int64

    package init(seconds: Int64) { self.seconds = seconds }

    package static func minutes(_ count: Int64) -> Span { Span(seconds: count * 60) }
    package static func hours(_ count: Int64) -> Span { Span(seconds: count * 3_600) }
    package static func days(_ count: Int64) -> Span { Span(seconds: count * 86_400) }
    package static func < (a: Span, b: Span) -> Bool { a.seconds < b.seconds }
}
