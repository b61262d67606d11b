import Dialogue

/// A round's body as it lies in the folder: each one's paper is sealed with their key.
struct RoundDocument: Codable, Sendable {
    private let serial: Int
    private let name: RoundName
    private let sheets: Pair<Sealed<Sheet>>
    private let matter: Round.Matter

    /// - Parameter couple: the page whose round it is.
    init(_ round: Round, of couple: Couple) {
        // Whoever has gone may have left what they had shown; a side that was always empty has a
        // blank paper, and that is the couple's.
        func sealed(_ side: Side) -> Sealed<Sheet> {
            let owner = couple.partners[side]?.id ?? couple.gone[side] ?? .both(of: couple.id)
            return Sealed(round.sheets[side], of: owner.text)
        }
        serial = round.serial
        name = round.name
        sheets = Pair(sealed(.first), sealed(.second))
        matter = round.matter
    }

    /// The paper of somebody who was forgotten is blank.
    var round: Round {
        var round = Round(serial: serial, name: name)
        round.sheets = Pair(sheets.first.value ?? Sheet(), sheets.second.value ?? Sheet())
        round.matter = matter
        return round
    }
}
