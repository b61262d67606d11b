package import Desk
package import Dialogue
import Messenger
import Synchronization

extension DeskStage {
    /// The courier's work, one letter after the other.
    func carry() async throws {
        while true {
            let owed = props.mail.withLock { mail in
                defer { mail = [] }
                return mail
            }
            waiting += owed.flatMap { batch in batch.letters.map { (batch.page, $0) } }
            let now = now
            guard !holdsLetters else { return }
            let due = waiting.filter { ($0.letter.notBefore ?? now) <= now }
            guard !due.isEmpty else { return }
            waiting.removeAll { ($0.letter.notBefore ?? now) <= now }
            var deliveries: [Delivery] = []
            for var item in due {
                switch try await desk.standing(of: item.letter, on: item.page) {
                case .owed:
                    let delivery = await deliver(item.letter, of: item.page)
                    deliveries.append(delivery)
                    guard delivery.outcome == .recipientGone,
                        let held = item.letter.held(on: item.page, at: now)
                    else { continue }
                    waiting.append((item.page, held))
                case .withdrawn: break
                case .forgotten, .unwanted:
                    deliveries.append(
                        Delivery(
                            page: item.page, letter: item.letter.id, to: item.letter.to,
                            outcome: .dropped))
                case .heldBack(let moment):
                    item.letter.notBefore = moment
                    waiting.append(item)
                }
            }
            try await desk.settle(deliveries)
        }
    }

    private func deliver(_ letter: Letter, of page: String?) async -> Delivery {
        func outcome(_ outcome: Delivery.Outcome) -> Delivery {
            Delivery(page: page, letter: letter.id, to: letter.to, outcome: outcome)
        }
        guard let person = people.first(where: { String($0.value) == letter.to.chat.text })?.key,
            !blocked.contains(person)
        else { return outcome(.recipientGone) }
        switch letter.content {
        case .deletion(let messages):
            for message in messages { delete(message, in: person) }
            return outcome(.sent(nil))
        case .retirement:
            // Old buttons stay in a script's reach: people press them, too, where a platform was
            // slow to take them off.
            return outcome(.sent(nil))
        case .message, .voice, .document, .picture, .keepsake:
            guard let outgoing = await letter.outgoing(easel) else { return outcome(.dropped) }
            return outcome(.sent(show(outgoing, to: person)))
        }
    }

    /// Each chat counts by itself, as on some platforms: the same number in two is two messages.
    func newMessage(of person: String) -> MessageID {
        messages[person, default: 100] += 1
        return MessageID(messages[person, default: 100])
    }

    private func delete(_ message: MessageID, in person: String) {
        guard let index = chats[person]?.firstIndex(where: { $0.id == message }),
            let text = chats[person]?[index].text
        else { return }
        chats[person]?.remove(at: index)
        news.append(Heard(by: person, text: "(deletes: \(text.prefix(40)))"))
    }

    private func show(_ outgoing: Outgoing, to person: String) -> MessageID {
        let id = newMessage(of: person)
        var text = outgoing.parts.map(\.text.text).joined()
        switch outgoing.attachment {
        case .voice, .recording: text = "(voice)"
        case .document(let name, _, let bytes):
            files[person, default: [:]][name] = bytes
            text = "(file \(name): \(String(decoding: bytes, as: UTF8.self)))"
        case .photo: text = Heard.picture(text)
        case nil: break
        }
        if let code = text.invitationCode { lastCode = code }
        let line = Heard.line(text, buttons: outgoing.buttons.map { $0.map(\.label) })
        chats[person, default: []].append(
            ChatMessage(
                id: id, text: line, buttons: outgoing.buttons.flatMap { $0 }, isBots: true))
        news.append(Heard(by: person, text: line))
        return id
    }
}

extension String {
    fileprivate var invitationCode: String? {
        guard let range = firstRange(of: "?start=") else { return nil }
        return String(self[range.upperBound...].prefix { $0.isLetter || $0.isNumber })
    }
}

extension DeskStage {
    /// Whether more than one clock says what time it is.
    package var isTimeAgreed: Bool {
        get { props.isTimeAgreed.withLock { $0 } }
        set { props.isTimeAgreed.withLock { $0 = newValue } }
    }

    /// The platform refuses whatever is written to somebody, and hasn't said so before.
    package func refuse(_ person: String) { blocked.insert(person) }

    /// What is owed by now is carried.
    package func deliver() async throws { try await carry() }

    /// The machine sleeps: time passes, and nothing is done.
    package func standStill(for span: Span) { props.time.withLock { $0 = $0 + span } }

    /// What the courier would note of all that it holds.
    package func marks() async throws -> [(page: String?, letter: Letter)] {
        try await carry()
        return waiting
    }

    /// Marks are brought to the desk, whatever became of the letters meanwhile.
    package func settle(
        _ marks: [(page: String?, letter: Letter)], _ outcome: Delivery.Outcome
    ) async throws {
        try await desk.settle(
            marks.map {
                Delivery(
                    page: $0.page, letter: $0.letter.id, to: $0.letter.to, outcome: outcome)
            })
    }
}
