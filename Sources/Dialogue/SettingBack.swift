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
                if rounds[index].stages[side] == .released, rounds[index].shown[side] == nil,
                    shelf[serial].sheets[side].isSent != true
                {
                    rounds[index].stages[side] = isJoined ? .kept : .alone
                }
                guard let meaning = shelf[serial].meanings[side], meaning.shown == nil else {
                    continue
                }
                shelf[serial].meanings[side]?.state = .asked
            }
        }
        timers.removeAll { $0.purpose.showsSomething }
        talk = Talk()
        roads.closer = Pair(nil, nil)
        return Side.allCases.compactMap { side in
            guard partners[side] != nil else { return nil }
            var telling = Telling(Line(.setBack))
            telling.isUnasked = true
            return .tell(side, telling)
        }
    }
}

extension Timer.Purpose {
    /// Whether something of one's comes to the other by it.
    fileprivate var showsSomething: Bool {
        switch self {
        case .reveal, .handOver, .nameTalk, .talk: true
        case .invitationEnds, .claimEnds, .vanish, .fade, .midway, .lastDay, .comeBack, .draw,
            .remind:
            false
        }
    }
}
