/// What was begun about one reveal, while another is opened.
extension Partner {
    /// At most so many answers to reveals lie half written.
    private static let mostBegun = 5

    /// Another reveal is opened: what was begun about this one can still be sent.
    mutating func layResponseAside() {
        guard let response, !response.draft.pieces.isEmpty || response.chosen != nil else { return }
        begunResponses = (begunResponses + [response]).suffix(Partner.mostBegun)
        self.response = nil
    }

    /// A button below an earlier reveal was tapped.
    mutating func takeUpResponse(to round: RoundName?) {
        takeUpResponse { $0.view.round == round }
    }

    /// Goes on with what was laid aside, if it is this.
    mutating func takeUpResponse(where isIt: (Response) -> Bool) {
        guard response.map(isIt) != true, let index = begunResponses.lastIndex(where: isIt)
        else { return }
        let earlier = begunResponses.remove(at: index)
        layResponseAside()
        response = earlier
        floor = .nothing
    }
}
