import Messenger

/// What the desk owes, parted by platform, so that one that is down delays only its own.
package final class SortingOffice: Sendable {
    private let bags: [String: (stream: AsyncStream<[Owed]>, end: AsyncStream<[Owed]>.Continuation)]

    /// - Parameter platforms: their short names, each once.
    package init(_ platforms: [String]) {
        bags = Dictionary(
            uniqueKeysWithValues: platforms.map { platform in
                let (stream, end) = AsyncStream.makeStream(of: [Owed].self)
                return (platform, (stream, end))
            })
    }

    /// One platform's, in the order in which it was owed. To be read once.
    package func mail(for platform: String) -> AsyncStream<[Owed]> {
        bags[platform]?.stream ?? AsyncStream { $0.finish() }
    }

    /// What is owed on a platform that isn't served stays in its outbox.
    @Sendable package func sort(_ owed: [Owed]) {
        for (platform, bag) in bags {
            let own = owed.compactMap { batch -> Owed? in
                let letters = batch.letters.filter { $0.to.platform == platform }
                return letters.isEmpty ? nil : Owed(page: batch.page, letters: letters)
            }
            if !own.isEmpty { bag.end.yield(own) }
        }
    }
}
