import Dialogue

extension Couple {
    /// The code of the invitation that is open here.
    var openCode: String? {
        guard case .alone(let invitation?) = bond else { return nil }
        return invitation.code
    }
}

extension Visitor.Event {
    /// The code of an invitation in it, if there is one.
    var code: String? {
        switch self {
        case .started(let payload): payload.isEmpty ? nil : payload
        case .pressed(let press): press.isVisitors ? press.subject : nil
        case .wrote, .askedForHelp, .askedForSafety, .askedForLanguage: nil
        }
    }
}
