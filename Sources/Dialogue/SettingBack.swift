/// The whole folder is an older one again: what was decided since isn't known.
extension Couple {
    /// Nothing that lay ready is shown: its author may have taken it back, or gone. Both are told
    /// what to do once more.
    ///
    /// The shelf holds every round that can be read.
    package mutating func setBack() -> [Effect] {
        for index in rounds.indices where shelf.holds(rounds[index].serial) {
            let serial = rounds[index].serial
            for side in Side.allCases {
                takeBackProposal(index, by: side)
                if rounds[index].stages[side] == .released, rounds[index].shown[side] == nil {
                    rounds[index].stages[side] = isJoined ? .kept : .alone
                }
                guard let meaning = shelf[serial].meanings[side], meaning.shown == nil else {
                    continue
                }
                shelf[serial].meanings[side]?.state = .asked
                // The moment lies there again, so that it can be answered anew.
                putBackMoment(rounds[index].name, for: side)
            }
        }
        timers.removeAll { $0.purpose.showsSomething }
        talk = Talk()
        roads.closer = Pair(nil, nil)
        return Side.allCases.compactMap { side in
            guard partners[side] != nil else { return nil }
            // Asked as if for the first time.
            partners[side]?.walk.askedRoads = nil
            partners[side]?.bookAsked = nil
            // It is made when it is opened: of what may have been taken out since.
            partners[side]?.tray.removeAll { $0.content == .book }
            return tell(side, Line(.setBack))
        }
    }

    private mutating func putBackMoment(_ name: RoundName, for side: Side) {
        let content = TrayItem.Content.moment(round: name)
        guard partners[side]?.tray.contains(where: { $0.content == content }) == false else {
            return
        }
        partners[side]?.trayCount += 1
        let id = partners[side]?.trayCount ?? 0
        partners[side]?.tray.append(TrayItem(id: id, content: content))
    }
}

extension Timer.Purpose {
    /// Whether something of one's comes to the other by it.
    fileprivate var showsSomething: Bool {
        switch self {
        case .reveal, .handOver, .nameTalk, .talk, .book: true
        case .invitationEnds, .claimEnds, .vanish, .fade, .midway, .lastDay, .comeBack, .draw,
            .remind:
            false
        }
    }
}
