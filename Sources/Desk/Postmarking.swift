import Dialogue
import Messenger

extension Rounds.Item {
    /// What one piece of the letter is known by, whichever page it lies on by now and however often
    /// it is sent.
    func postmark(ofPiece number: Int, at now: Moment) -> Postmark {
        let origin = letter.origins?.first ?? Letter.Origin(page: page ?? "", letter: letter.id)
        let written = letter.written ?? Moment(0)
        return Postmark(
            "\(origin.page).\(origin.letter).\(written.seconds).\(number)",
            isOld: now - written > Postmark.lasts)
    }
}

extension Postmark {
    /// After so long a platform may have forgotten what it was sent: they keep it for a day.
    fileprivate static let lasts = Span.hours(20)
}
