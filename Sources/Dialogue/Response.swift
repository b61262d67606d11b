/// After a reveal: is there a sentence that stays? Tap it, say it back, or just keep it.
package struct Response: Sendable, Equatable, Codable {
    package private(set) var view: RevealView
    /// The other's sentences, to tap.
    package private(set) var sentences: [Words]
    package var draft: Answer
    /// A sentence chosen and seen back.
    package var chosen: Int?
    package var version: Int
    /// At which version its author was offered other words for it, once.
    package var advised: Int?

    /// What the other wrote is gone; what was about to be said back is one's own.
    mutating func forgetTheirs() {
        view = RevealView(round: view.round, items: [])
        sentences = []
        chosen = nil
    }
}

extension Couple {
    mutating func show(reveal view: RevealView, to side: Side, in scene: Scene) -> [Effect] {
        guard let partner = partners[side]?.calls else { return [tell(side, Line(.passed))] }
        let plan = scene.course.plan(view.round)
        // A short line that was handed over is one thing.
        let isOneLine = plan?.kind == .note
        let sentences = Array(
            view.items.flatMap { item in
                item.theirs.words.flatMap { words in
                    isOneLine && words.text.count <= 160 ? [words] : words.inSentences
                }
            }.prefix(12))
        partners[side]?.layResponseAside()
        partners[side]?.response = Response(
            view: view, sentences: sentences, draft: Answer(), chosen: nil, version: 0)
        partners[side]?.floor = .nothing
        partners[side]?.recent = nil
        partners[side]?.card = nil
        let isTheirsAlone = view.items.allSatisfy { $0.mine.pieces.isEmpty }
        var shown = Telling(
            Line(
                isTheirsAlone ? .hereIsTheirs : .hereAreBoth,
                [.list: list(view, partner: partner), .partner: .words(partner)]))
        shown.isProtected = true
        shown.from = view.author
        shown.voices = view.voices
        shown.picture = plan.flatMap { picture(of: view, $0, for: side, in: scene.course) }
        var effects: [Effect] = [.tell(side, shown)]
        if let plan, plan.depth >= 3, partners[side]?.walk.hasSeenDeep != true {
            partners[side]?.walk.hasSeenDeep = true
            effects.append(.tell(side, Telling(Line(.notForAQuarrel))))
        }
        if let plan, plan.kind == .request {
            return effects + [offerReply(to: view.round, side)]
        }
        // A kindness wants no answer.
        guard plan?.delivery != .someDay else {
            partners[side]?.response = nil
            return effects + [tell(side, Line(.settled))]
        }
        let invitation = tell(
            side, Line(.whatStays, [.partner: .words(partner)]),
            [
                sentences.isEmpty ? [] : [Press(.sentence, view.round)],
                [Press(.sayBack, view.round)], [Press(.justKeep, view.round)],
            ].filter { !$0.isEmpty })
        return effects + [invitation]
    }

    /// [A sentence]: theirs by number; with a number, that one seen back.
    mutating func sentence(_ press: Press, by side: Side) -> [Effect] {
        partners[side]?.takeUpResponse(to: press.round)
        guard var response = partners[side]?.response, response.view.round == press.round,
            let partner = partners[side]?.calls
        else { return [tell(side, Line(.passed))] }
        partners[side]?.floor = .nothing
        guard let number = press.number ?? (response.sentences.count == 1 ? 0 : nil) else {
            let choices = response.sentences.indices.map { [Press(.sentence, press.round, $0)] }
            return [
                tell(
                    side,
                    Line(.whichSentence, [.list: .numbered(response.sentences.map { .words($0) })]),
                    choices + [[Press(.justKeep, press.round)]])
            ]
        }
        guard response.sentences.indices.contains(number) else {
            return [tell(side, Line(.passed))]
        }
        response.chosen = number
        response.version += 1
        partners[side]?.response = response
        return [
            tell(
                side,
                Line(
                    .sentenceSeenBack,
                    [.answer: .words(response.sentences[number]), .partner: .words(partner)]),
                [
                    [Press(.sendBack, press.round, response.version)],
                    [Press(.justKeep, press.round)],
                ])
        ]
    }

    /// [Say it back]: the floor is for their own words about what they read.
    mutating func sayBack(_ press: Press, by side: Side) -> [Effect] {
        partners[side]?.takeUpResponse(to: press.round)
        guard var response = partners[side]?.response, response.view.round == press.round,
            let partner = partners[side]?.calls
        else { return [tell(side, Line(.passed))] }
        response.draft = Answer()
        response.chosen = nil
        response.version += 1
        partners[side]?.response = response
        partners[side]?.floor = .response
        return [
            tell(
                side, Line(.sayBack, [.partner: .words(partner)]),
                [[Press(.justKeep, press.round)]])
        ]
    }

    mutating func addToResponse(
        _ message: Event.Message, by side: Side, in scene: Scene
    ) -> [Effect] {
        guard var response = partners[side]?.response, let partner = partners[side]?.calls else {
            partners[side]?.floor = .nothing
            return [tell(side, Line(.notWaiting))]
        }
        guard case .text(let words) = message.content else { return [tell(side, Line(.inWords))] }
        let piece = Piece(message: message.name, content: .words(words))
        let draft = Answer(pieces: response.draft.pieces + [piece])
        guard draft.length <= Couple.longestAnswer, draft.pieces.count <= Couple.mostPieces else {
            return [tell(side, Line(.tooLong))]
        }
        response.draft = draft
        return [seeBack(response, by: side, calling: partner)] + carefully(piece, side, scene)
    }

    /// An edited message corrects what would be sent back, and is seen back anew. Nil if it isn't
    /// part of that.
    mutating func correctResponse(
        _ message: MessageName, to words: Words, by side: Side, in scene: Scene
    ) -> [Effect]? {
        partners[side]?.takeUpResponse { response in
            response.draft.pieces.contains { $0.message == message }
        }
        guard var response = partners[side]?.response, let partner = partners[side]?.calls,
            let place = response.draft.pieces.firstIndex(where: { $0.message == message })
        else { return nil }
        response.draft.pieces[place].content = .words(words)
        guard response.draft.length <= Couple.longestAnswer else {
            return [tell(side, Line(.tooLong))]
        }
        return [seeBack(response, by: side, calling: partner)]
    }

    private mutating func seeBack(
        _ changed: Response, by side: Side, calling partner: Words
    ) -> Effect {
        var response = changed
        response.chosen = nil
        response.version += 1
        partners[side]?.response = response
        let round = response.view.round
        let draft = response.draft
        return
            tell(
                side,
                Line(
                    .responseSeenBack,
                    [.answer: .answer(draft, of: round, question: 0), .partner: .words(partner)]),
                [
                    [Press(.sendBack, round, response.version)],
                    [Press(.backAgain, round)], [Press(.justKeep, round)],
                ])
    }

    /// It crosses by this tap of its author's, and arrives as one neutral line.
    mutating func sendBack(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        // An older button takes nothing up, so that no word after it means something else.
        partners[side]?.takeUpResponse {
            $0.view.round == press.round && $0.version == press.number
        }
        guard let response = partners[side]?.response, response.view.round == press.round,
            press.number == nil || press.number == response.version,
            let words = response.words(by: partners[side]?.id)
        else { return [tell(side, Line(.passed))] }
        if response.chosen == nil, response.advised != response.version,
            scene.hearsBlame(words.text, partners[side])
        {
            // Once; the same button sends it as it is.
            partners[side]?.response?.advised = response.version
            return [
                tell(
                    side, Line(.forAPart),
                    [
                        [Press(.sendBack, press.round, response.version)],
                        [Press(.backAgain, press.round)],
                    ])
            ]
        }
        let view = ResponseView(words: words, isSentence: response.chosen != nil)
        let effects = close(side, Line(.sentBack))
        guard isJoined, partners[side.other] != nil else { return effects }
        partners[side.other]?.lastShared = scene.now
        partners[side.other]?.restsSince = nil
        return effects + arrive(.response(view: view), to: side.other, in: scene)
    }

    /// [Just keep it]: the settling line, and rest.
    mutating func justKeep(_ press: Press, by side: Side) -> [Effect] {
        partners[side]?.takeUpResponse(to: press.round)
        guard partners[side]?.response != nil else { return [tell(side, Line(.passed))] }
        return close(side, Line(.settled))
    }

    private mutating func close(_ side: Side, _ line: Line) -> [Effect] {
        partners[side]?.response = nil
        if partners[side]?.floor == .response { partners[side]?.floor = .nothing }
        return [tell(side, line)]
    }
}

extension Response {
    /// What would cross: the sentence chosen, or the words of their own.
    fileprivate func words(by author: PersonID?) -> Words? {
        if let chosen, sentences.indices.contains(chosen) { return sentences[chosen] }
        guard let author else { return nil }
        return draft.joined(by: author)
    }
}
