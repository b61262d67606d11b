/// One goes, at once and alone; the one who stays notices nothing.
extension Couple {
    /// One goes, with what is theirs. Returns their new page; here nothing shows it.
    ///
    /// The shelf holds every round.
    package mutating func part(_ side: Side, newID: String, in course: Course) -> Couple? {
        guard var leaver = partners[side] else { return nil }
        leaver.calls = nil
        leaver.response = nil
        leaver.begunResponses = []
        // Seen back as something to somebody else: no button or word of before sends it.
        leaver.recent = nil
        leaver.tray = leaver.tray.filter { $0.content.isCardOfTheDay }
        leaver.floor = .nothing
        leaver.offered = []
        leaver.lastShared = nil
        leaver.restsSince = nil
        leaver.walk.askedRoads = nil
        leaver.bookAsked = nil
        let leftOut = leaver.bookLeftOut
        leaver.bookLeftOut = nil
        var own = Couple(id: newID, first: leaver)
        own.leftPages.first = [id] + leftPages[side]
        own.timers = timers.compactMap { $0.taken(along: side, to: .first) }
        // A body that nobody can read keeps nobody from going.
        for line in rounds where shelf.holds(line.serial) && isTaken(line, by: side) {
            let index = own.begin(line.name, in: course)
            own.rounds[index].stages.first = line.stages[side].afterParting
            own.rounds[index].edition = line.edition
            let serial = own.rounds[index].serial
            own.shelf[serial].sheets.first = shelf[line.serial].sheets[side]
            own.shelf[serial].sheets.first.forgetReader()
            if own.shelf[serial].sheets.first.version != 0 {
                own.shelf[serial].sheets.first.version += 1
            }
            own.shelf[serial].matter = shelf[line.serial].matter.taken(along: side, leaver.id)
        }
        let papers = rounds.map { line in
            guard shelf.holds(line.serial) else { return Sheet?.none }
            return course.plan(line.name).flatMap { shown(line, $0, of: side) }
        }
        remove(side)
        gone[side] = leaver.id
        goneLeftOut[side] = leftOut ?? []
        for (line, paper) in zip(rounds, papers) {
            guard let paper else { continue }
            shelf[line.serial].sheets[side] = paper
        }
        return own
    }

    /// Whether a round goes along: one in which they are, or in which proposals have numbers, so
    /// that an old button never means another's.
    private func isTaken(_ line: RoundLine, by side: Side) -> Bool {
        line.stages[side] != .untouched || shelf[line.serial].joint.count > 0
    }

    /// What of somebody's paper the other has, or may open, and nothing else: it stays with them.
    private func shown(_ line: RoundLine, _ plan: RoundPlan, of side: Side) -> Sheet? {
        let sheet = shelf[line.serial].sheets[side]
        guard line.shown[side] != nil || sheet.isSent == true else { return nil }
        var left = Sheet()
        left.version = sheet.version
        left.isSent = sheet.isSent
        // Of a moment, what was heard inside waits for what was meant, in vain.
        let isMomentOnly = line.shown[side] == nil
        left.answers = plan.questions.indices.map { question in
            guard !plan.questions[question].staysMine, !isMomentOnly || question == 0,
                plan.kind != .note
            else { return Answer() }
            return released(question, of: sheet, plan)
        }
        if !isMomentOnly { left.item = sheet.item }
        return left
    }

    /// Takes a side out, with every word of theirs.
    package mutating func remove(_ side: Side) {
        // What the other asked for stands as it would: nothing shows that nobody is left to ask.
        timers.removeAll { $0.purpose == .book }
        lastHabits[side] = partners[side].map { Habits(zone: $0.zone, quiet: $0.quietHours) }
        partners[side] = nil
        gone[side] = nil
        leftPages[side] = []
        for index in rounds.indices {
            let serial = rounds[index].serial
            rounds[index].stages[side] = .untouched
            guard shelf.holds(serial) else { continue }
            // As if it had been taken back.
            takeBackProposal(index, by: side)
            shelf[serial].sheets[side] = Sheet()
            shelf[serial].matter = shelf[serial].matter.left(
                by: side, to: partners[side.other]?.id)
        }
        timers.removeAll { $0.purpose.isOf(side) }
    }
}

extension Sheet {
    /// What was for one reader is for no other: what was picked or written for them, and what was
    /// decided about it.
    fileprivate mutating func forgetReader() {
        isSent = nil
        item = nil
        itemMessage = nil
        earlier = nil
        paused = nil
        advised = nil
    }
}

extension Stage {
    /// What was released to someone who is no longer there is one's own again.
    fileprivate var afterParting: Stage {
        switch self {
        case .released, .kept, .picking: .alone
        case .untouched, .offered, .asked, .reviewing, .carrying, .alone, .skipped, .later, .done,
            .agreed:
            self
        }
    }
}

extension Round.Matter {
    /// What stays with the one who stays: what both approved is theirs as well; nothing else that
    /// the other wrote.
    fileprivate func left(by side: Side, to stays: PersonID?) -> Round.Matter {
        switch self {
        case .none, .talk: return .none
        case .joint(var joint):
            joint.proposals[side] = nil
            joint.agreement = stays.flatMap { joint.agreement?.owned(by: $0) }
            return .joint(of: joint)
        case .turns(var turns):
            // It rests, as if nobody had moved; the words of one who is gone go with them.
            turns.drafts[side].clear()
            if turns.opening?.answer.words.contains(where: { $0.author != stays }) == true {
                turns.opening = nil
            }
            let gone = turns.authors(other: stays)
            turns.said.removeAll { gone.contains($0.author) }
            if let heard = turns.heard, gone.contains(heard.author) { turns.heard = nil }
            if let sense = turns.sense, gone.contains(sense.author) { turns.sense = nil }
            if let feeling = turns.feeling, gone.contains(feeling.author) { turns.feeling = nil }
            return .turns(of: turns)
        case .meanings(var pair):
            pair[side] = nil
            return .meanings(of: pair)
        case .repair(let pair):
            // Whether it was read; no word of it.
            return .repair(of: pair)
        case .match(let match): return .match(of: match)
        }
    }

    /// What goes along with the one who goes.
    fileprivate func taken(along side: Side, _ id: PersonID) -> Round.Matter {
        guard case .joint(let joint) = self else { return .none }
        var own = joint
        own.clear()
        own.agreement = joint.agreement.map {
            $0.owned(by: id, side: $0.by == side ? .first : .second)
        }
        return .joint(of: own)
    }
}

extension Turns {
    /// Everyone in it but the one who stays.
    fileprivate func authors(other stays: PersonID?) -> [PersonID] {
        (said + [heard, sense, feeling].compactMap { $0 }).map(\.author).filter { $0 != stays }
    }
}

extension Joint.Agreement {
    /// The same words, as those of somebody who approved them.
    func owned(by id: PersonID, side: Side? = nil) -> Joint.Agreement {
        let own = answers.map { answer in
            Answer(
                pieces: answer.pieces.map { piece in
                    guard case .words(let words) = piece.content else { return piece }
                    return Piece(message: nil, content: .words(Words(by: id, words.text)))
                })
        }
        return Joint.Agreement(answers: own, by: side ?? by, at: at)
    }
}

extension Timer.Purpose {
    /// Whether it was set for what this side alone wrote.
    fileprivate func isOf(_ side: Side) -> Bool {
        switch self {
        case .handOver(_, side), .fade(_, side, _), .remind(side, _): true
        case .handOver, .fade, .remind, .reveal, .invitationEnds, .claimEnds, .vanish, .midway,
            .lastDay,
            .nameTalk, .talk, .comeBack, .draw, .book:
            false
        }
    }
}

extension Timer.Purpose {
    func isReminder(for side: Side) -> Bool {
        guard case .remind(side, _) = self else { return false }
        return true
    }
}

extension Timer {
    /// The same on another page, if it goes along with this side: whoever reads `/safe` and goes
    /// is to find no trace either, and their card goes with them.
    func taken(along side: Side, to new: Side) -> Timer? {
        if case .vanish(side, let messages) = purpose {
            return Timer(at: at, purpose: .vanish(side: new, messages: messages))
        }
        if case .remind(side, let item) = purpose {
            return Timer(at: at, purpose: .remind(side: new, item: item))
        }
        return nil
    }
}

extension TrayItem.Content {
    var isKnock: Bool {
        switch self {
        case .knock: true
        case .card, .round, .earlier, .reveal, .response, .joined, .resting, .roads, .optIn,
            .revisit, .graduation, .proposal, .agreed, .part, .ended, .moment, .turn, .reply,
            .heard, .talkNamed, .talkTime, .match, .told, .book:
            false
        }
    }
}
