/// Someone took a message of theirs out of the chat: it goes out of what they have written, too.
extension Couple {
    /// What others have been shown stands; of anything else it is as if it had never been said.
    mutating func takeBack(
        _ message: MessageName, by side: Side, in scene: Scene
    ) -> [Effect] {
        if let effects = takeOutOfDrafts(message, by: side) { return effects }
        for index in rounds.indices where rounds[index].shown[side] == nil {
            let serial = rounds[index].serial
            guard shelf.holds(serial) else { continue }
            let sheet = shelf[serial].sheets[side]
            if sheet.itemMessage == message { return takeBackItem(index, by: side, in: scene) }
            guard
                let question = sheet.answers.firstIndex(where: { answer in
                    answer.pieces.contains { $0.message == message }
                })
            else { continue }
            // Of a moment that was sent, what was heard inside is one's own still.
            let isInside =
                question > 0 && scene.course.plan(rounds[index].name)?.kind == .heardMeant
            guard sheet.isSent != true || isInside, rounds[index].stages[side] != .agreed else {
                return [tell(side, Line(.alreadyShown))]
            }
            guard sheet.isSent != true else {
                return takeBackInside(message, of: question, index, by: side, in: scene)
            }
            return takeBack(message, of: question, index, by: side, in: scene)
        }
        return []
    }

    /// From what would be sent by a tap.
    private mutating func takeOutOfDrafts(_ message: MessageName, by side: Side) -> [Effect]? {
        partners[side]?.takeUpResponse { response in
            response.draft.pieces.contains { $0.message == message }
        }
        if partners[side]?.response?.draft.takeOut(message) == true {
            // A button below the old words sends nothing.
            partners[side]?.response?.version += 1
            return [.scrub, tell(side, Line(.takenOut))]
        }
        for line in rounds where shelf.holds(line.serial) {
            let serial = line.serial
            if var meaning = shelf[serial].meanings[side], meaning.shown == nil,
                meaning.draft.takeOut(message)
            {
                meaning.state = .asked
                shelf[serial].meanings[side] = meaning
                // What is left of it can still be shown, once it was seen back.
                return [.scrub]
                    + (meaning.draft.isEmpty
                        ? [tell(side, Line(.takenOut))] : [seeBack(meaning, line.name, side)])
            }
            guard case .turns(var turns) = shelf[serial].matter else { continue }
            let isOpening =
                turns.opening?.answer.words.first?.author == partners[side]?.id
                && turns.opening?.takeOut(message) == true
            guard isOpening || turns.drafts[side].takeOut(message) else { continue }
            shelf[serial].turns = turns
            return [.scrub, tell(side, Line(.takenOut))]
        }
        return nil
    }

    /// The line that would be given.
    private mutating func takeBackItem(
        _ index: Int, by side: Side, in scene: Scene
    ) -> [Effect] {
        let serial = rounds[index].serial
        shelf[serial].sheets[side].item = nil
        shelf[serial].sheets[side].itemMessage = nil
        shelf[serial].sheets[side].version += 1
        if rounds[index].stages[side] == .released { rounds[index].stages[side] = .kept }
        let effects = settleReveal(of: rounds[index].name, in: scene)
        return [.scrub] + effects + [tell(side, Line(.takenOut))]
    }

    /// What was heard inside is not to be shown any more; the moment was sent, and stands.
    private mutating func takeBackInside(
        _ message: MessageName, of question: Int, _ index: Int, by side: Side, in scene: Scene
    ) -> [Effect] {
        let serial = rounds[index].serial
        shelf[serial].sheets[side].change(question) {
            $0.pieces.removeAll { $0.message == message }
        }
        rounds[index].stages[side] = .kept
        let effects = settleReveal(of: rounds[index].name, in: scene)
        return [.scrub] + effects + [tell(side, Line(.takenOut))]
    }

    /// One message of an answer. The rest of it is seen back before it may be shown; if there is
    /// none the question is put once more; and with nothing left of the whole it is erased.
    private mutating func takeBack(
        _ message: MessageName, of question: Int, _ index: Int, by side: Side, in scene: Scene
    ) -> [Effect] {
        let serial = rounds[index].serial
        let name = rounds[index].name
        var answer = shelf[serial].sheets[side].answer(question)
        answer.pieces.removeAll { $0.message == message }
        var others = shelf[serial].sheets[side].answers
        others[question] = answer
        guard others.contains(where: { !$0.pieces.isEmpty }), let plan = scene.course.plan(name)
        else { return erase(Press(.erase, name), by: side, in: scene) }
        takeBackProposal(index, by: side)
        shelf[serial].sheets[side].change(question) { $0 = answer }
        unsort(question, of: plan, serial, side)
        rounds[index].stages[side] =
            answer.pieces.isEmpty ? .asked(question: question) : .reviewing(question: question)
        partners[side]?.floor = .answer(round: name)
        let effects = [.scrub] + settleReveal(of: name, in: scene)
        return effects
            + (answer.pieces.isEmpty
                ? askAgain(name, of: side, in: scene)
                : [seeBack(question, of: plan, to: side, in: scene)])
    }
}

extension Draft {
    /// Takes one message out; false if it isn't part of this.
    fileprivate mutating func takeOut(_ message: MessageName) -> Bool {
        guard answer.takeOut(message) else { return false }
        version += 1
        return true
    }
}

extension Answer {
    fileprivate mutating func takeOut(_ message: MessageName) -> Bool {
        let count = pieces.count
        pieces.removeAll { $0.message == message }
        return pieces.count != count
    }
}
