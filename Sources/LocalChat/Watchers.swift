/// Those who wait for a change in some chats: pages and tests.
struct Watchers: Sendable {
    private struct Watcher: Sendable {
        let chats: Set<Int64>
        let continuation: CheckedContinuation<Void, Never>
    }

    static let maximum = 10_000

    private var watchers: [Int: Watcher] = [:]
    private var byChat: [Int64: Set<Int>] = [:]
    private var last = 0

    /// A number for the next watcher.
    mutating func nextNumber() -> Int {
        last += 1
        return last
    }

    mutating func add(
        _ number: Int, chats: Set<Int64>, _ continuation: CheckedContinuation<Void, Never>
    ) {
        guard watchers.count < Self.maximum else { return continuation.resume() }
        watchers[number] = Watcher(chats: chats, continuation: continuation)
        for chat in chats { byChat[chat, default: []].insert(number) }
    }

    /// Something changed in this chat: whoever watches it goes on.
    mutating func wake(_ chat: Int64) {
        for number in byChat[chat] ?? [] { release(number) }
    }

    /// One goes on, because its time is over.
    mutating func release(_ number: Int) {
        guard let watcher = watchers.removeValue(forKey: number) else { return }
        for chat in watcher.chats {
            byChat[chat]?.remove(number)
            if byChat[chat]?.isEmpty == true { byChat[chat] = nil }
        }
        watcher.continuation.resume()
    }

    mutating func releaseAll() {
        for number in Array(watchers.keys) { release(number) }
    }
}
