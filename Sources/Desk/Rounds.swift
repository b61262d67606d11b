import Dialogue
import Messenger

/// The courier's rounds: which chat's letter is carried next. One letter of a chat at a time, in
/// the order in which they were owed; chats don't wait for one another.
actor Rounds {
    struct Item: Sendable {
        let page: String?
        let letter: Letter
    }

    private let clock: Clock
    private let tempo: Tempo
    private var queues: [Address: [Item]] = [:]
    /// Chats with something to carry and nobody carrying it, oldest first.
    private var ready: [Address] = []
    private var busy: Set<Address> = []
    /// What may not be carried yet, by when it may.
    private var waiting: [Item] = []
    private var hands: [CheckedContinuation<Item?, Never>] = []
    private var isClosed = false

    init(clock: Clock, tempo: Tempo) {
        self.clock = clock
        self.tempo = tempo
    }

    func add(_ owed: [Owed]) {
        let now = clock.now()
        for batch in owed {
            for letter in batch.letters {
                let item = Item(page: batch.page, letter: letter)
                if let notBefore = letter.notBefore, notBefore > now {
                    waiting.append(item)
                } else {
                    enqueue(item)
                }
            }
        }
        handOut()
    }

    /// The next letter, as soon as there is one; nil when the daemon stops.
    func take() async -> Item? {
        guard !isClosed, !Task.isCancelled else { return nil }
        if let item = next() { return item }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { hand in
                if isClosed { hand.resume(returning: nil) } else { hands.append(hand) }
            }
        } onCancel: {
            Task { await self.close() }
        }
    }

    /// A letter was delivered, or its chat is gone; the chat's next may go.
    func done(with item: Item, outcome: Delivery.Outcome?) {
        let chat = item.letter.to
        busy.remove(chat)
        if case .recipientGone = outcome {
            queues[chat] = nil
            waiting.removeAll { $0.letter.to == chat }
        }
        if queues[chat] != nil { ready.append(chat) }
        handOut()
    }

    /// Looks once in a while whether what had to wait may go now.
    func keepTime() async {
        while !Task.isCancelled {
            await tempo.rest(.seconds(waiting.isEmpty ? 10 : 1))
            let now = clock.now()
            let due = waiting.filter { ($0.letter.notBefore ?? now) <= now }
            guard !due.isEmpty else { continue }
            waiting.removeAll { ($0.letter.notBefore ?? now) <= now }
            for item in due { enqueue(item) }
            handOut()
        }
        close()
    }

    private func close() {
        isClosed = true
        for hand in hands { hand.resume(returning: nil) }
        hands = []
    }

    /// Courtesies that may wait for one chat: they lie in no outbox, which would bound them.
    private static let mostCourtesies = 32

    private func enqueue(_ item: Item) {
        let chat = item.letter.to
        if item.letter.id == Letter.courtesy,
            queues[chat]?.count(where: { $0.letter.id == Letter.courtesy }) ?? 0
                >= Rounds.mostCourtesies
        {
            return
        }
        if queues[chat] == nil {
            queues[chat] = [item]
            if !busy.contains(chat) { ready.append(chat) }
        } else {
            queues[chat]?.append(item)
        }
    }

    private func next() -> Item? {
        guard !ready.isEmpty else { return nil }
        let chat = ready.removeFirst()
        guard var queue = queues[chat], !queue.isEmpty else { return next() }
        let item = queue.removeFirst()
        queues[chat] = queue.isEmpty ? nil : queue
        busy.insert(chat)
        return item
    }

    private func handOut() {
        while !hands.isEmpty, let item = next() {
            hands.removeFirst().resume(returning: item)
        }
    }
}
