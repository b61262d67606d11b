extension SourceMap {
    var caption: Caption {
        var lines = [Caption.Line.label(.title, labels.title)]
        for group in groups {
            lines.append(.label(.heading, group.heading))
            lines += group.rows.map(line)
        }
        lines.append(
            Caption.Line(
                .scale,
                [.from: labels.weights.hardly.label, .to: labels.weights.strongly.label]))
        return Caption(lines: lines.compactMap { $0 })
    }

    private func line(for row: Row) -> Caption.Line {
        Caption.Line(
            .source,
            [
                .source: labels.sources[row.source].label,
                .mine: labels.mine.label, .myWeight: labels.weights[row.mine].label,
                .theirs: labels.theirs.label, .theirWeight: labels.weights[row.theirs].label,
            ])
    }
}

extension KindsMap {
    var caption: Caption {
        var lines = [Caption.Line.label(.title, labels.title)]
        if has(.mine), has(.theirs) {
            lines.append(
                Caption.Line(.people, [.mine: labels.mine.label, .theirs: labels.theirs.label]))
        }
        for (heading, kinds) in [
            (labels.shared, shared), (labels.mine, mine), (labels.theirs, theirs),
        ] where !kinds.isEmpty {
            lines.append(.label(.heading, heading))
            lines += kinds.map { .label(.kind, labels.kinds[$0]) }
        }
        return Caption(lines: lines.compactMap { $0 })
    }
}

extension Loop {
    var caption: Caption {
        var lines = [Caption.Line.label(.title, labels.title), .label(.name, name)]
        for whose in Whose.allCases {
            let sentences = sentences(of: whose)
            guard !sentences.isEmpty else { continue }
            lines.append(.label(.heading, label(of: whose)))
            lines += sentences.map { Caption.Line(.sentence, [.lead: $0.lead, .text: $0.text]) }
        }
        lines += signs.map(\.sentence).map {
            Caption.Line(.sign, [.lead: $0.lead, .text: $0.text])
        }
        return Caption(lines: lines.compactMap { $0 })
    }

    func label(of whose: Whose) -> String {
        switch whose {
        case .mine: labels.mine
        case .theirs: labels.theirs
        }
    }
}

extension Softer {
    var caption: Caption {
        let moments = shown.map {
            Caption.Line(.moment, [.lead: label(of: $0.whose), .text: $0.text])
        }
        return Caption(lines: [.label(.title, labels.title)].compactMap { $0 } + moments)
    }

    func label(of whose: Whose) -> String {
        switch whose {
        case .mine: labels.mine.label
        case .theirs: labels.theirs.label
        }
    }
}

extension Growth {
    var caption: Caption {
        let lines = [
            Caption.Line.label(.title, labels.title),
            Caption.Line(.scale, [.from: labels.low.label, .to: labels.high.label]),
        ]
        let times = shown.map { time in
            Caption.Line(
                .time,
                [
                    .before: labels.before.label, .beforeDots: time.before.dots,
                    .now: labels.now.label, .nowDots: time.now.dots,
                ])
        }
        let aside = [Caption.Line.label(.aside, labels.aside)]
        return Caption(lines: lines.compactMap { $0 } + times + aside.compactMap { $0 })
    }
}
