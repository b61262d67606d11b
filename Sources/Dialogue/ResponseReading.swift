/// What the other sent back after a reveal: announced by a neutral line, and read only if they like.
extension Couple {
    mutating func announce(response view: ResponseView, to side: Side) -> [Effect] {
        guard let partner = partners[side]?.calls else { return [tell(side, Line(.passed))] }
        // Back into the tray until they choose: a lost tap loses nothing.
        partners[side]?.trayCount += 1
        let id = partners[side]?.trayCount ?? 0
        partners[side]?.tray.append(TrayItem(id: id, content: .response(view: view)))
        return [
            tell(
                side, Line(.sentSomethingBack, [.partner: .words(partner)]),
                [[Press(.readIt, nil, id)], [Press(.letLie, nil, id)]])
        ]
    }

    mutating func read(_ press: Press, by side: Side) -> [Effect] {
        guard let item = partners[side]?.tray.first(where: { $0.id == press.number }),
            case .response(let view) = item.content, let partner = partners[side]?.calls
        else { return [tell(side, Line(.passed))] }
        partners[side]?.tray.removeAll { $0.id == item.id }
        guard press.act == .readIt else { return [tell(side, Line(.leftLying))] }
        let key: Line.Key = view.isSentence ? .theirSentence : .theirWords
        var telling = Telling(Line(key, [.partner: .words(partner), .theirs: .words(view.words)]))
        telling.isProtected = true
        return [.tell(side, telling), tell(side, Line(.settled))]
    }
}
