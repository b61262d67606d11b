/// The troubles that are switched on, each with its own dice.
struct Switchboard: Sendable {
    typealias Trouble = LocalChat.Trouble

    static let maximumTroubles = 100

    private struct Switch: Sendable {
        var trouble: Trouble
        var dice: Dice
    }

    private var switches: [Switch] = []

    var troubles: [Trouble] { switches.map(\.trouble) }

    /// Switches one on; false if there are too many.
    @discardableResult
    mutating func add(_ trouble: Trouble) -> Bool {
        guard switches.count < Self.maximumTroubles else { return false }
        switches.append(Switch(trouble: trouble, dice: Dice(seed: trouble.seed)))
        return true
    }

    mutating func clear() { switches = [] }

    /// What strikes this call, in the order it was switched on.
    mutating func strike(method: String, chat: Int64?) -> [Trouble.Kind] {
        guard !switches.isEmpty else { return [] }
        var result: [Trouble.Kind] = []
        for index in switches.indices {
            let trouble = switches[index].trouble
            guard trouble.matches(method: method, chat: chat) else { continue }
            guard switches[index].dice.roll() < trouble.probability else { continue }
            switches[index].trouble.times = trouble.times.map { $0 - 1 }
            result.append(trouble.kind)
        }
        switches.removeAll { $0.trouble.times == 0 }
        return result
    }
}
