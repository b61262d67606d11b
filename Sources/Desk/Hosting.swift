import Dialogue
package import Messenger
package import Store

/// What the host does for somebody who asked by letter. It enters by the same door as what people
/// do themselves, and answers only in their own chat.
extension Desk {
    /// What became of it.
    package enum HostsOutcome: Sendable {
        case done
        /// Nobody is known by this address.
        case unknown
        /// The files of their couple can't be read: nothing was done.
        case setAside
    }

    /// Whether anything of somebody's is here: a page, a way back to one, a letter to them.
    package func knows(_ address: Address) throws(StoreFault) -> Bool {
        try session().knows(address)
    }

    /// Erases all of someone's, as their own `/forget` does, with the same farewell.
    ///
    /// - Throws: ``StoreFault`` if it couldn't be saved: then nothing of it has happened.
    package func forget(_ address: Address) throws(StoreFault) -> HostsOutcome {
        try act(for: address) { session, place throws(StoreFault) in
            try session.forget(place.side, on: place.couple)
        }
    }

    /// Owes someone what their own `/export` hands out.
    ///
    /// - Throws: ``StoreFault`` if it couldn't be saved: then nothing of it has happened.
    package func export(
        to address: Address, withKept: Bool
    ) throws(StoreFault) -> HostsOutcome {
        try act(for: address) { session, place throws(StoreFault) in
            let before = try session.page(place.couple)?.letterCount ?? 0
            try session.export(place.side, withKept: withKept, on: place.couple)
            // They aren't here just now: it waits for their morning.
            guard let waking = try session.waking(of: address, on: place.couple),
                var page = try session.page(place.couple)
            else { return }
            for index in page.outbox.indices where page.outbox[index].id > before {
                page.outbox[index].notBefore = waking
            }
            session.keep(page, place.couple)
        }
    }

    private func act(
        for address: Address, _ body: (inout Session, Place) throws(StoreFault) -> Void
    ) throws(StoreFault) -> HostsOutcome {
        var outcome = HostsOutcome.unknown
        try work { session throws(StoreFault) in
            let isReadable = try session.settingAside { session throws(StoreFault) in
                guard let place = try session.place(of: address),
                    try session.page(place.couple)?.couple.partners[place.side] != nil
                else { return }
                try body(&session, place)
                outcome = .done
            }
            if !isReadable { outcome = .setAside }
        }
        return outcome
    }
}
