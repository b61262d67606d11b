/// A time-out in a talk in turns: by either, at any moment, with a time to come back.
extension Couple {
    /// [Time out]: when to come back, at least twenty minutes and at most a day from now.
    mutating func timeOut(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let line = line(name),
            shelf[line.serial].turns.ending == nil
        else { return [tell(side, Line(.passed))] }
        guard shelf[line.serial].turns.speaker != nil else {
            // Nothing has crossed yet: the other doesn't know of it, and waits for nothing.
            partners[side]?.floor = .nothing
            return later(name, by: side, in: scene)
        }
        partners[side]?.floor = .nothing
        return [tell(side, Line(.whenBack), returns(name))]
    }

    private func returns(_ name: RoundName) -> [[Press]] {
        [[20, 60], [180, 720]].map { row in row.map { Press(.comeBack, name, $0) } }
            + [[Press(.endTurns, name)]]
    }

    /// The time to come back is an offer; either may move it.
    mutating func comeBack(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let line = line(name), let minutes = press.number,
            (20...1_440).contains(minutes), shelf[line.serial].turns.ending == nil,
            shelf[line.serial].turns.speaker != nil
        else { return [tell(side, Line(.passed))] }
        let returns = scene.now + .minutes(Int64(minutes))
        shelf[line.serial].turns.returns = returns
        shelf[line.serial].turns.lastMove = scene.now
        timers.removeAll { $0.purpose == .comeBack(round: name) }
        timers.append(Timer(at: returns, purpose: .comeBack(round: name)))
        return [sayTimeOut(until: returns, name, to: side)]
            + announceTurn(name, to: side.other, in: scene)
    }

    mutating func sayTimeOut(until returns: Moment, _ name: RoundName, to side: Side) -> Effect {
        let zone = partners[side]?.zone ?? "UTC"
        return tell(
            side, Line(.timeOutUntil, [.time: .instant(returns, zone: zone)]),
            self.returns(name))
    }

    mutating func timeOutIsOver(_ name: RoundName, in scene: Scene) -> [Effect] {
        guard let line = line(name), shelf[line.serial].turns.ending == nil,
            shelf[line.serial].turns.returns != nil
        else { return [] }
        shelf[line.serial].turns.returns = nil
        return Side.allCases.flatMap { announceTurn(name, to: $0, in: scene) }
    }
}
