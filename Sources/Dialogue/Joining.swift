/// Two people become a couple here, and part.
extension Couple {
    /// `/invite` or [Get the link].
    mutating func invite(_ side: Side, anew: Bool, in scene: Scene) -> [Effect] {
        guard case .alone(let open) = bond else { return [tell(side, Line(.joinedAlready))] }
        guard claim == nil else { return [tell(side, Line(.waitingForMaker))] }
        if let open, open.knock != nil, !anew { return [showKnock(to: side)] }
        if let open, open.expires > scene.now, !anew {
            return [link(open, for: side, key: .linkAgain)]
        }
        let invitation = Invitation(code: scene.code, expires: scene.now + .days(7))
        bond = .alone(invitation: invitation)
        timers.removeAll { $0.purpose == .invitationEnds }
        timers.append(Timer(at: invitation.expires, purpose: .invitationEnds))
        let voided = open.map { [Effect.closeInvitation(code: $0.code)] } ?? []
        return voided + [.openInvitation(invitation), link(invitation, for: side, key: .link)]
    }

    private mutating func link(_ invitation: Invitation, for side: Side, key: Line.Key) -> Effect {
        tell(
            side, Line(key, [.link: .link(code: invitation.code)]),
            [[Press(.newLink)], [Press(.oneMore)]])
    }

    /// Seven days are over: it simply runs out.
    mutating func endInvitation(in scene: Scene) -> [Effect] {
        timers.removeAll { $0.purpose == .invitationEnds }
        guard case .alone(let open?) = bond else { return [] }
        bond = .alone(invitation: nil)
        for side in Side.allCases {
            partners[side]?.tray.removeAll { $0.content.isKnock }
        }
        return [.closeInvitation(code: open.code)]
    }

    /// Someone came by the invitation: its maker says whether that's the one they meant.
    mutating func knock(_ name: Words, in scene: Scene) -> [Effect] {
        guard case .alone(var invitation?) = bond, let side = onlySide else { return [] }
        invitation.knock = name
        let effects = arrive(.knock(name: name), to: side, in: scene)
        invitation.arrival = partners[side]?.trayCount
        bond = .alone(invitation: invitation)
        return effects
    }

    /// Who came, with what their maker may say to it.
    mutating func showKnock(to side: Side) -> Effect {
        guard case .alone(let invitation?) = bond, let name = invitation.knock else {
            return tell(side, Line(.passed))
        }
        return tell(
            side, Line(.someoneCame, [.partner: .words(name)]),
            [
                [Press(.thatsThem, nil, invitation.arrival)],
                [Press(.notThem, nil, invitation.arrival)],
            ])
    }

    mutating func answerKnock(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard case .alone(let invitation?) = bond, invitation.knock != nil,
            press.number == invitation.arrival, press.number != nil
        else { return [showKnock(to: side)] }
        let accepted = press.act == .thatsThem
        timers.removeAll { $0.purpose == .invitationEnds }
        guard accepted else {
            bond = .alone(invitation: nil)
            return [
                .answerKnock(code: invitation.code, accepted: false),
                tell(side, Line(.knockRefused), [[Press(.getLink)]]),
            ]
        }
        return [.answerKnock(code: invitation.code, accepted: true)]
    }

    /// Someone who is alone here came by another's invitation: their own one is void.
    package mutating func claim(_ code: String, of maker: Words, lightOnly: Bool, in scene: Scene)
        -> [Effect]
    {
        guard case .alone(let open) = bond, claim == nil, let side = onlySide,
            let id = partners[side]?.id
        else { return [] }
        // They have just tapped.
        partners[side]?.lastHeard = scene.now
        _ = endLull(side)
        claim = Claim(code: code, maker: Words(by: id, maker.text))
        partners[side]?.tray.removeAll { $0.content.isKnock }
        if lightOnly { partners[side]?.roundRoad = scene.now + .days(30) }
        bond = .alone(invitation: nil)
        timers.removeAll { $0.purpose == .invitationEnds }
        return open.map { [.closeInvitation(code: $0.code)] } ?? []
    }

    /// The invitation that someone came by was void, for instance since they are forgotten.
    package mutating func missKnock(_ side: Side) -> [Effect] {
        bond = .alone(invitation: nil)
        timers.removeAll { $0.purpose == .invitationEnds }
        partners[side]?.tray.removeAll { $0.content.isKnock }
        return [tell(side, Line(.passed))]
    }

    /// The claim came to nothing. Their own cards go on.
    mutating func endClaim(_ side: Side, in scene: Scene) -> [Effect] {
        guard claim != nil else { return [] }
        // Not at once: else its hour would tell whether somebody said no, or it simply ran out.
        let delay = Span.hours(6).seconds + Int64(scene.chance % (42 * 3_600))
        timers.append(
            Timer(
                at: scene.clocks[side].awakeAt + Span(seconds: delay),
                purpose: .claimEnds(side: side)))
        return []
    }

    /// The time has come to say it.
    mutating func sayClaimEnded(_ side: Side, in scene: Scene) -> [Effect] {
        guard claim != nil else { return [] }
        claim = nil
        partners[side]?.roundRoad = nil
        guard partners[side]?.mayReceive == true else {
            partners[side]?.owesClaimEnded = true
            return []
        }
        var telling = Telling(Line(.claimEnded))
        telling.isUnasked = true
        telling.announces = .claimEnded
        telling.notBefore = scene.clocks[side].awakeAt
        return [.tell(side, telling)]
    }

    /// They couldn't be told when it came to nothing.
    mutating func sayClaimEndedLate(_ side: Side) -> [Effect] {
        guard partners[side]?.owesClaimEnded == true else { return [] }
        partners[side]?.owesClaimEnded = nil
        // Whoever has gone on meanwhile knows.
        guard !isJoined, claim == nil else { return [] }
        var telling = Telling(Line(.claimEnded))
        telling.isUnasked = true
        telling.announces = .claimEnded
        return [.tell(side, telling)]
    }

    /// The two pages become one: whoever came takes the empty side, with all that they wrote.
    ///
    /// Both shelves hold every round. Nothing is released by it: what was written alone stays so
    /// until its author says otherwise.
    package mutating func join(_ came: Couple, in scene: Scene) -> [Effect] {
        guard let here = onlySide, let from = came.onlySide, var newcomer = came.partners[from],
            let host = partners[here]
        else { return [] }
        // What each is called by the other belongs to the one who calls.
        newcomer.calls = Words(by: newcomer.id, host.name.text)
        newcomer.lastShared = scene.now
        newcomer.walk.askedRoads = nil
        newcomer.restsSince = nil
        partners[here]?.calls = Words(by: host.id, newcomer.name.text)
        partners[here]?.lastShared = scene.now
        partners[here]?.restsSince = nil
        partners[here]?.walk.askedRoads = nil
        // What one chose alone holds for two only where it is the road of lighter cards.
        let round = [newcomer.roundRoad, came.roads.roundUntil, roads.roundUntil].compactMap { $0 }
        roads = Roads()
        roads.roundUntil = round.max()
        partners[here.other] = newcomer
        lastHabits = Pair(nil, nil)
        leftPages[here.other] = came.leftPages[from]
        bond = .joined(since: scene.now)
        timers.removeAll { $0.purpose == .invitationEnds || $0.purpose.isOfTalk }
        talk = Talk()
        timers += came.timers.compactMap { $0.taken(along: from, to: here.other) }
        // What each agreed on with somebody before is nobody's here.
        for index in rounds.indices {
            shelf[rounds[index].serial].matter.clear()
            rounds[index].shown = Pair(nil, nil)
            rounds[index].stages[here] = rounds[index].stages[here].atJoining
        }
        for line in came.rounds {
            let index = begin(line.name, in: scene.course)
            rounds[index].stages[here.other] = line.stages[from].atJoining
            let serial = rounds[index].serial
            shelf[serial].sheets[here.other] = came.shelf[line.serial].sheets[from]
            let proposals = came.shelf[line.serial].joint.count
            if proposals > shelf[serial].joint.count { shelf[serial].joint.count = proposals }
        }
        // The maker has just tapped: they are told at once. The other finds it in the tray.
        return welcomeTogether(here, in: scene) + arrive(.joined, to: here.other, in: scene)
    }

    /// Told that they are two, with the first card for two.
    mutating func welcomeTogether(_ side: Side, in scene: Scene) -> [Effect] {
        guard let partner = partners[side]?.calls else { return [] }
        let told = Effect.tell(side, Telling(Line(.joined, [.partner: .words(partner)])))
        guard let first = scene.course.afterPairing else { return [told] }
        return [told] + ask(first, of: side, in: scene)
    }
}

extension Round.Matter {
    /// Nothing of it is anybody's any more; of proposals only their number stays.
    fileprivate mutating func clear() {
        guard case .joint(var joint) = self else {
            self = .none
            return
        }
        joint.clear()
        self = .joint(of: joint)
    }
}

extension Stage {
    /// A text agreed on with somebody else is over.
    fileprivate var atJoining: Stage { self == .agreed ? .skipped : self }
}
