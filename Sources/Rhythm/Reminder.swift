package import Dialogue

/// When a card that lies there unopened may be spoken of once more.
///
/// At the time of day at which they were last heard, for then they tend to look; the next morning,
/// sixteen hours on, if that is too near to this card or the next.
///
/// - Parameters:
///   - card: when it came.
///   - lastHeard: when they last wrote or tapped anything.
///   - next: when their next card comes.
/// - Returns: two hours or more after the card and before the next, while they are awake; nil if
///   there is no such moment.
package func reminder(
    of card: Moment, lastHeard: Moment, next: Moment, zone: Zone, quiet: QuietHours
) -> Moment? {
    let earliest = card + .hours(2)
    let latest = next - .hours(2)
    let habit = zone.localTime(at: lastHeard)
    let today = zone.localDate(at: card)
    let habits = (0...1).map { zone.instant(on: today.adding(days: $0), at: habit) }
    let candidates = habits.filter { $0 >= earliest } + [card + .hours(16)]
    return candidates.lazy.map { quiet.nextWaking(at: $0, in: zone) }.first { $0 <= latest }
}
