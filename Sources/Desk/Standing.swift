package import Dialogue
package import Store

extension Letter {
    /// As it waits for somebody who can't be written to, if they had asked for it, and perhaps
    /// opened what it shows; nil if it only announces something.
    package func held(on page: String?, at now: Moment) -> Letter? {
        guard page != nil, !isUnasked else { return nil }
        var held = self
        held.notBefore = Letter.nextTry(after: now)
        held.expires = min(expires ?? now + Letter.waitsAtMost, now + Letter.waitsAtMost)
        return held
    }

    /// So long something is kept for somebody who can't be written to.
    static let waitsAtMost = Span.days(30)

    /// Every five minutes it is asked again whether they can.
    static func nextTry(after now: Moment) -> Moment { Moment((now.seconds / 300 + 1) * 300) }
}

extension Desk {
    /// How a letter in the courier's hands stands: it may have been taken back since, with the
    /// words of somebody who is forgotten, or its reader may be asleep by now. Asked right before
    /// it is sent.
    ///
    /// - Throws: ``StoreFault`` if that can't be told for now; to be asked again.
    package func standing(of letter: Letter, on page: String?) throws(StoreFault) -> Standing {
        guard letter.id != Letter.courtesy else { return .owed }
        // It may have been owed on a page of which forgetting knows nothing.
        guard !letter.authors.contains(where: { isForgotten($0) }) else {
            return .forgotten
        }
        guard let page else {
            return ownsLetter(letter.id) ? .owed : .withdrawn
        }
        var session = session()
        do throws(StoreFault) {
            guard let place = try session.whereabouts(of: letter.id, to: letter.to, from: page)
            else { return .withdrawn }
            // Since it was handed over it may have been given a limit.
            if try session.page(place.page)?.outbox[place.index].isOver(at: now) == true {
                return .forgotten
            }
            if !letter.isUnasked {
                if try session.isBlocked(by: letter.to, on: place.page) {
                    return .heldBack(until: Letter.nextTry(after: now))
                }
                // Whoever has said something since is awake.
                guard letter.isLate(at: now),
                    try session.saidAt(by: letter.to, on: place.page).map({ now - $0 > .hours(2) })
                        ?? true
                else { return .owed }
            } else if try session.isPaused(letter.to, on: place.page) {
                return .unwanted
            }
            guard let waking = try session.waking(of: letter.to, on: place.page) else {
                return .owed
            }
            // An answer goes as soon as they say something.
            return .heldBack(
                until: letter.isUnasked ? waking : min(waking, Letter.nextTry(after: now)))
        } catch {
            guard error.isOfOneFile else { throw error }
            // A damaged page is written to after the next start, if it can be read then.
            return .withdrawn
        }
    }

    /// How an owed letter stands.
    package enum Standing: Sendable, Equatable {
        case owed
        case withdrawn
        /// Somebody whose words it holds is forgotten, or it is worth nothing any more: it is
        /// dropped.
        case forgotten
        /// Its reader has asked for a pause since: it isn't sent, and what it announced is said
        /// later.
        case unwanted
        /// Its reader's quiet hours have begun since, or they can't be reached.
        case heldBack(until: Moment)
    }
}
