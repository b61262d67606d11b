import Messenger

/// How fast may be sent: in all a bucket that fills evenly and holds a fifth of a second's worth, so
/// that no second has more than the platform takes; to each chat a few at once, then one a second.
/// Answers go before what nobody waits for.
actor Pace {
    private struct Turn {
        let chat: Address
        let begin: CheckedContinuation<Void, Never>
    }

    private let perSecond: Int
    private let tempo: Tempo
    private var next: Duration = .zero
    private var held: Duration = .zero
    private var answers: [Turn] = []
    private var others: [Turn] = []
    private var answersInARow = 0
    /// Chats in which somebody waits for an answer, behind what may be in a hand already.
    private var hurried: Set<Address> = []
    private var isServing = false
    private var isClosed = false
    /// From when on each chat that was written to lately is owed no patience.
    private var calm: [Address: Duration] = [:]
    /// Which chats had too much lately, and when.
    private var floods: [Address: Duration] = [:]

    /// Messages that may go to one chat at once.
    static let burst = 4

    /// - Parameter perSecond: in all; 0 for no limit, neither in all nor for a chat.
    init(perSecond: Int, tempo: Tempo = .real) {
        self.perSecond = perSecond
        self.tempo = tempo
    }

    /// How many wait until something may be sent at all.
    var waiting: Int { answers.count + others.count }

    /// Nothing at all is sent for a while.
    func hold(for duration: Duration) { held = max(held, tempo.now() + duration) }

    /// A chat had too much. When that is said of several within seconds, it isn't the chat: then
    /// nothing at all is sent for as long.
    func tooMany(in chat: Address, retryAfter: Duration) {
        let now = tempo.now()
        floods = floods.filter { now - $0.value < .seconds(10) }
        floods[chat] = now
        if floods.count >= 3 { hold(for: retryAfter) }
    }

    /// Somebody waits for an answer in this chat: whatever is before it there goes as soon.
    func hurry(_ chat: Address) {
        guard let index = others.firstIndex(where: { $0.chat == chat }) else {
            // It comes to its turn next.
            hurried.insert(chat)
            return
        }
        answers.append(others.remove(at: index))
    }

    /// Returns when it is one's turn, or when cancelled.
    func turn(for chat: Address, isAnswer: Bool) async {
        if perSecond > 0 { await rest(until: place(in: chat)) }
        let isHurried = hurried.remove(chat) != nil
        let goesFirst = isAnswer || isHurried
        guard !Task.isCancelled, !isClosed, perSecond > 0 || held > tempo.now() else { return }
        await withTaskCancellationHandler {
            await withCheckedContinuation { begin in
                let turn = Turn(chat: chat, begin: begin)
                if goesFirst { answers.append(turn) } else { others.append(turn) }
                serve()
            }
        } onCancel: {
            Task { await self.close() }
        }
    }

    /// When the chat's next message may go, which is noted as gone then.
    private func place(in chat: Address) -> Duration {
        let now = tempo.now()
        if calm.count > 512 { calm = calm.filter { $0.value > now } }
        let calmed = max(calm[chat] ?? now, now) + .seconds(1)
        calm[chat] = calmed
        return calmed - .seconds(Pace.burst)
    }

    private func serve() {
        guard !isServing else { return }
        isServing = true
        Task { await self.serveAll() }
    }

    private func serveAll() async {
        while !isClosed, !answers.isEmpty || !others.isEmpty {
            let at = max(next, held)
            if at > tempo.now() {
                await rest(until: at)
                // Somebody may have said meanwhile that nothing goes for longer.
                continue
            }
            if perSecond > 0 {
                next = max(next + .seconds(1) / perSecond, tempo.now() - .milliseconds(200))
            }
            nextTurn().begin.resume()
        }
        isServing = false
    }

    /// Answers first; but of five turns one is another's, so that none of those waits for ever, and
    /// nobody's answer behind them in a chat.
    private func nextTurn() -> Turn {
        answersInARow += 1
        if answers.isEmpty || (answersInARow >= 5 && !others.isEmpty) {
            answersInARow = 0
            return others.removeFirst()
        }
        return answers.removeFirst()
    }

    /// The daemon stops: whoever waits is let go.
    private func close() {
        isClosed = true
        for turn in answers + others { turn.begin.resume() }
        answers = []
        others = []
    }

    private func rest(until instant: Duration) async {
        let left = instant - tempo.now()
        if left > .zero { await tempo.rest(left) }
    }
}
