/// When something may come: the days of the week, and the hours in which nothing does.
extension Couple {
    /// `/pace`, `/pace weekly`, `/pace Mon Wed Sat`.
    mutating func pace(_ rest: String, by side: Side, in scene: Scene) -> [Effect] {
        guard let partner = partners[side] else { return [] }
        partners[side]?.floor = .days
        guard rest.isEmpty else {
            guard let days = scene.readDays(rest, partner.language) else {
                return [tell(side, Line(.noSuchDays))]
            }
            return setDays(days, by: side, in: scene)
        }
        return [
            tell(
                side, Line(.whichDays, [.card: .phrase(cardLine(partner))]),
                [
                    [Press(.everyDay)], [Press(.threeAWeek)], [Press(.onceAWeek)],
                    [Press(.otherDays)],
                ]
            )
        ]
    }

    mutating func askDays(_ side: Side) -> [Effect] {
        partners[side]?.floor = .days
        return [tell(side, Line(.whichOtherDays))]
    }

    mutating func setDays(_ days: CardDays, by side: Side, in scene: Scene) -> [Effect] {
        partners[side]?.cardDays = days
        if case .days = partners[side]?.floor { partners[side]?.floor = .nothing }
        guard let partner = partners[side] else { return [] }
        return [tell(side, cardLine(partner))]
    }

    /// `/quiet`, `/quiet 22:00 7:00`.
    mutating func quiet(_ rest: String, by side: Side, in scene: Scene) -> [Effect] {
        guard rest.isEmpty else { return setQuiet(rest, by: side, in: scene) }
        return askQuiet(side)
    }

    mutating func askQuiet(_ side: Side) -> [Effect] {
        guard let partner = partners[side] else { return [] }
        partners[side]?.floor = .quiet
        return [tell(side, Line(.whichQuiet, [.list: .phrase(quietLine(partner))]))]
    }

    mutating func setQuiet(_ text: String, by side: Side, in scene: Scene) -> [Effect] {
        guard let partner = partners[side] else { return [] }
        guard let quiet = scene.readQuietHours(text), quiet.length <= QuietHours.most else {
            partners[side]?.floor = .quiet
            return [tell(side, Line(.noSuchQuiet))]
        }
        guard !quiet.isQuiet(at: partner.hour) else {
            return [
                tell(
                    side, Line(.quietAtCard, [.hour: .plain(partner.hour.description)]),
                    [[Press(.otherHour)], [Press(.otherQuiet)]])
            ]
        }
        partners[side]?.chosenQuiet = quiet
        if case .quiet = partners[side]?.floor { partners[side]?.floor = .nothing }
        return partners[side].map { [tell(side, quietLine($0))] } ?? []
    }

    /// An hour in the quiet hours they chose themselves would never come.
    func isQuiet(_ hour: LocalTime, for side: Side) -> Bool {
        partners[side]?.chosenQuiet?.isQuiet(at: hour) ?? false
    }

    /// The hour of their card, and its days.
    func cardLine(_ partner: Partner) -> Line {
        let hour = Line.Value.plain(partner.hour.description)
        guard !partner.cardDays.isEveryDay else { return Line(.notPaused, [.hour: hour]) }
        return Line(.cardOnDays, [.hour: hour, .list: .weekdays(partner.cardDays.days)])
    }

    private func quietLine(_ partner: Partner) -> Line {
        let quiet = partner.quietHours
        guard quiet.length > 0 else { return Line(.neverQuiet) }
        return Line(
            .quietHours,
            [.time: .plain(quiet.from.description), .hour: .plain(quiet.to.description)])
    }
}
