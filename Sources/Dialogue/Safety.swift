/// People to call: at the end of every `/help`, and in `/safe`, which hides itself again.
extension Couple {
    func help(for side: Side, in scene: Scene) -> Line {
        Line(.help, [.list: helpLines(for: side, in: scene)])
    }

    private func helpLines(for side: Side, in scene: Scene) -> Line.Value {
        guard let partner = partners[side] else { return .phrase(Line(.directory)) }
        return Couple.told(scene.helpLines(partner.walk.country, partner.zone))
    }

    /// The directory first: what comes with the program was checked by nobody here.
    static func told(_ lines: [HelpEntry]) -> Line.Value {
        let entries = lines.map { entry -> Line.Value in
            let slots: [Line.Slot: Line.Value] = [
                .card: .plain(entry.name), .link: .plain(entry.number),
                .hour: .plain(entry.hours ?? ""),
                .time: entry.checked.map { .date($0) } ?? .nothing,
            ]
            return switch (entry.hours, entry.checked) {
            case (nil, nil): .phrase(Line(.helpLine, slots))
            case (.some, nil): .phrase(Line(.helpLineHours, slots))
            case (nil, .some): .phrase(Line(.helpLineChecked, slots))
            case (.some, .some): .phrase(Line(.helpLineHoursChecked, slots))
            }
        }
        guard !entries.isEmpty else { return .phrase(Line(.directory)) }
        return .lines([.phrase(Line(.directory)), .list(entries)])
    }

    /// The lines to call, and its own disappearing, without being asked.
    mutating func safe(_ message: MessageName?, by side: Side, in scene: Scene) -> [Effect] {
        vanish(message, side, in: scene)
        partners[side]?.offered = [Press(.otherCountry)]
        var telling = Telling(
            Line(.safe, [.list: helpLines(for: side, in: scene)]), [[Press(.otherCountry)]])
        telling.vanishes = true
        return [.tell(side, telling)]
    }

    private mutating func vanish(_ message: MessageName?, _ side: Side, in scene: Scene) {
        guard let message else { return }
        timers.append(
            Timer(
                at: scene.now + .minutes(10), purpose: .vanish(side: side, messages: [message])))
    }

    mutating func askCountry(_ side: Side) -> [Effect] {
        partners[side]?.floor = .country
        partners[side]?.offered = []
        var telling = Telling(Line(.whichCountry))
        telling.vanishes = true
        return [.tell(side, telling)]
    }

    mutating func setCountry(
        _ words: Words, _ message: MessageName, by side: Side, in scene: Scene
    ) -> [Effect] {
        guard let country = scene.findCountry(words.text) else {
            vanish(message, side, in: scene)
            var telling = Telling(Line(.noSuchCountry))
            telling.vanishes = true
            return [.tell(side, telling)]
        }
        partners[side]?.floor = .nothing
        partners[side]?.walk.country = country
        return safe(message, by: side, in: scene)
    }
}
