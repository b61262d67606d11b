import Dialogue
import Rhythm

/// A time that two set aside, as a calendar takes it (RFC 5545): nothing in it tells what for.
struct Appointment {
    static let type = "text/calendar"

    let at: Moment
    let title: String
    /// Unlike any other's.
    let id: String

    /// The file: lines end as the format demands.
    func text(writtenAt now: Moment) -> String {
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Appointment//EN", "BEGIN:VEVENT",
            "UID:\(id)", "DTSTAMP:\(Appointment.stamp(now))", "DTSTART:\(Appointment.stamp(at))",
            "DURATION:PT1H", "SUMMARY:\(escaped)", "CLASS:PRIVATE", "END:VEVENT", "END:VCALENDAR",
            "",
        ].joined(separator: "\r\n")
    }

    /// A phrase of ours is shorter than a line may be.
    private var escaped: String {
        title.replacing("\\", with: "\\\\").replacing(",", with: "\\,")
            .replacing(";", with: "\\;")
    }

    /// `20261203T183000Z`.
    private static func stamp(_ moment: Moment) -> String {
        let (date, time) = Zone.utc.local(moment)
        let digits = "\(date)T\(time)".filter { $0 != "-" && $0 != ":" }
        return digits + "00Z"
    }
}
