/// The pages used last, so that a couple in the middle of a talk isn't read again and again.
struct RecentPages {
    private let limit: Int
    private var pages: [String: (page: Page, used: UInt64)] = [:]
    private var clock: UInt64 = 0

    init(limit: Int) { self.limit = limit }

    subscript(id: String) -> Page? {
        mutating get {
            guard let found = pages[id]?.page else { return nil }
            clock += 1
            pages[id]?.used = clock
            return found
        }
        set {
            clock += 1
            pages[id] = newValue.map { ($0, clock) }
            guard pages.count > limit else { return }
            // Half go at once, so that the sorting is paid for seldom.
            let old = pages.sorted { $0.value.used < $1.value.used }.prefix(limit / 2)
            for entry in old { pages[entry.key] = nil }
        }
    }
}
