import Dialogue

extension Line {
    /// An invitation's line, with every way by which somebody can come: an address, and accounts
    /// to which its code can be written.
    func naming(_ house: House) -> Line {
        guard key == .link || key == .linkAgain || key == .moveCode, !house.accounts.isEmpty,
            case .link(let code)? = slots[.link]
        else { return self }
        let written = house.accounts.map { account in
            Value.phrase(Line(.byAccount, [.link: .plain(account), .card: .plain(code)]))
        }
        var slots = slots
        slots[.link] = .lines((house.hasLinks ? [.link(code: code)] : []) + written)
        return Line(key, slots)
    }
}
