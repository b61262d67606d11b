import Dialogue
import Messenger

/// One thing that a daemon does. Done again after a crash, it comes to the same.
enum Work: Sendable {
    /// Hears a batch, with its number. From then on these can't be reached.
    case take(Batch, UInt64, blocked: Set<String>)
    /// The clock has come this far; does what is due.
    case tick(Moment)
    /// Sends what is owed and may be sent by now.
    case carry
    /// Notes what was sent, as the save of this number.
    case settle(UInt64)

    /// What chance is sown from.
    var seed: UInt64 {
        var dice =
            switch self {
            case .take(_, let number, _): SimulatedDice(1, number)
            case .tick(let moment): SimulatedDice(2, UInt64(bitPattern: moment.seconds))
            case .settle(let number): SimulatedDice(3, number)
            case .carry: SimulatedDice(4)
            }
        return dice.next()
    }
}
