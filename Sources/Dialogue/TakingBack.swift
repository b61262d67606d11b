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
            guard sheet.isSent != true, rounds[index].stages[side] != .agreed else {
                return [tell(side, Line(.alreadyShown))]
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
                return [.scrub, tell(side, Line(.takenOut))]
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

    /// One message of an answer. The rest is seen back before it may be shown; with nothing left
    /// it is erased.
    private mutating func takeBack(
        _ message: MessageName, of question: Int, _ index: Int, by side: Side, in scene: Scene
    ) -> [Effect] {
        let serial = rounds[index].serial
        let name = rounds[index].name
        var answer = shelf[serial].sheets[side].answer(question)
        answer.pieces.removeAll { $0.message == message }
        guard !answer.pieces.isEmpty, let plan = scene.course.plan(name) else {
            return erase(Press(.erase, name), by: side, in: scene)
        }
        takeBackProposal(index, by: side)
        shelf[serial].sheets[side].change(question) { $0 = answer }
        unsort(question, of: plan, serial, side)
        rounds[index].stages[side] = .reviewing(question: question)
        partners[side]?.floor = .answer(round: name)
        let effects = settleReveal(of: name, in: scene)
        return [.scrub] + effects + [seeBack(question, of: plan, to: side, in: scene)]
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
