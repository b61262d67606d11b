import Dialogue
import Messenger

/// The courier's rounds: which chat's letter is carried next. One letter of a chat at a time, in
/// the order in which they were owed; chats don't wait for one another. A chat in which somebody
/// waits for an answer goes before those to which something comes unasked.
actor Rounds {
    struct Item: Sendable {
        let page: String?
        let letter: Letter
        /// Whether it counts among what the clockwork brought.
        fileprivate var isBacklog = false

        init(page: String?, letter: Letter) {
            self.page = page
            self.letter = letter
        }
    }

    private let clock: Clock
    private let tempo: Tempo
    private let backlog: Backlog
    private var queues: [Address: [Item]] = [:]
    /// Chats with something to carry and nobody carrying it, oldest first. One may stand here that
    /// has been served meanwhile.
    private var waitedFor: [Address] = []
    private var others: [Address] = []
    /// Chats in somebody's hands, and whether those have more than a letter nobody waits for.
    private var busy: [Address: Bool] = [:]
    /// Chats of which the hands only wait for the platform.
    private var resting: Set<Address> = []
    /// What may not be carried yet, by when it may.
    private var waiting: [Item] = []
    private var hands: [CheckedContinuation<Item?, Never>] = []
    private var isClosed = false

    /// Letters that are carried at once, and how many of them may be such as nobody waits for.
    static let most = 64
    static let mostUnasked = 48

    init(clock: Clock, tempo: Tempo, backlog: Backlog = Backlog()) {
        self.clock = clock
        self.tempo = tempo
        self.backlog = backlog
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

    /// The next letter, as soon as there is one and a hand is free; nil when the daemon stops.
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

    /// A letter was delivered, or never will be; the chat's next may go. Also to somebody who is
    /// gone: each letter is settled for itself, and none stays in an outbox unsent.
    func done(with item: Item) {
        free(item.letter.to)
        leave(item)
        makeReady(item.letter.to)
        handOut()
    }

    /// A letter's reader is asleep: it waits, and the chat's next may go.
    func holdBack(_ item: Item, until moment: Moment) {
        var letter = item.letter
        letter.notBefore = moment
        holdBack(item, as: letter)
    }

    /// The same, with what else is to hold of it from now on.
    func holdBack(_ item: Item, as letter: Letter) {
        free(item.letter.to)
        leave(item)
        waiting.append(Item(page: item.page, letter: letter))
        makeReady(item.letter.to)
        handOut()
    }

    /// A hand that only waits is none that is busy: another may be lent in its place.
    func rest(with item: Item, _ body: () async -> Void) async {
        resting.insert(item.letter.to)
        handOut()
        await body()
        resting.remove(item.letter.to)
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
        var item = item
        item.isBacklog = item.letter.isUnasked
        if item.isBacklog { backlog.add(1) }
        let isNew = queues[chat] == nil
        queues[chat, default: []].append(item)
        if isNew || !item.letter.isUnasked { makeReady(chat) }
    }

    private func leave(_ item: Item) {
        if item.isBacklog { backlog.add(-1) }
    }

    private func free(_ chat: Address) { busy[chat] = nil }

    private func makeReady(_ chat: Address) {
        guard let queue = queues[chat], busy[chat] == nil else { return }
        if queue.contains(where: { !$0.letter.isUnasked }) {
            waitedFor.append(chat)
        } else {
            others.append(chat)
        }
    }

    private func next() -> Item? {
        let atWork = busy.filter { !resting.contains($0.key) }
        guard atWork.count < Rounds.most else { return nil }
        while !waitedFor.isEmpty {
            if let item = pick(waitedFor.removeFirst()) { return item }
        }
        guard atWork.count(where: \.value) < Rounds.mostUnasked else { return nil }
        while !others.isEmpty {
            if let item = pick(others.removeFirst()) { return item }
        }
        return nil
    }

    /// The chat's first letter, unless it is in somebody's hands, or was served meanwhile.
    private func pick(_ chat: Address) -> Item? {
        guard busy[chat] == nil, var queue = queues[chat], !queue.isEmpty else { return nil }
        let isUnasked = queue.allSatisfy(\.letter.isUnasked)
        let item = queue.removeFirst()
        queues[chat] = queue.isEmpty ? nil : queue
        busy[chat] = isUnasked
        return item
    }

    private func handOut() {
        while !hands.isEmpty, let item = next() {
            hands.removeFirst().resume(returning: item)
        }
    }
}
