package import Dialogue
package import Store

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
            guard letter.isUnasked, let waking = try session.waking(of: letter.to, on: place.page)
            else { return .owed }
            return .heldBack(until: waking)
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
        /// Somebody whose words it holds is forgotten: it is dropped.
        case forgotten
        /// Its reader's quiet hours have begun since.
        case heldBack(until: Moment)
    }
}
