import Logging
import Store

extension Desk {
    /// Does something with each, and saves all of it as one batch. If that can't be written, each
    /// is done alone, and what still can't be is let go: nothing that anybody sends stops the
    /// others.
    ///
    /// - Parameters:
    ///   - last: done in the same batch, or after all.
    ///   - orElse: done for one that can't be written.
    func workOnEach<Item>(
        _ items: [Item], _ body: (inout Session, Item) throws(StoreFault) -> Void,
        last: (inout Session) -> Void = { _ in }, orElse: (inout Session, Item) -> Void
    ) throws(StoreFault) {
        do throws(StoreFault) {
            return try work { session throws(StoreFault) in
                for item in items { try body(&session, item) }
                last(&session)
            }
        } catch {
            guard error.isOfTheBatch else { throw error }
        }
        for item in items {
            do throws(StoreFault) {
                try work { session throws(StoreFault) in try body(&session, item) }
            } catch {
                guard error.isOfTheBatch else { throw error }
                log.error("Something was too large to be saved. It is let go; all else goes on.")
                try work { session throws(StoreFault) in orElse(&session, item) }
            }
        }
        try work { session throws(StoreFault) in last(&session) }
    }
}

extension StoreFault {
    /// Whether it lies in what was to be saved, and not in the disk.
    fileprivate var isOfTheBatch: Bool {
        switch self {
        case .unwritable, .batchTooLarge: true
        case .unreadable, .newerSchema, .setAside, .inUse, .journalDamaged, .full,
            .notYetForgotten, .broken, .closed, .failed:
            false
        }
    }
}
