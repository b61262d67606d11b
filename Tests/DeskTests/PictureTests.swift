import Dialogue
import Messenger
import Store
import Synchronization
import Testing

@testable import Desk
@testable import Pictures
@testable import Rehearsal

/// Pictures of what two found, from a telling to the chat.
@Suite struct PictureTests {
    @Test func `each picture follows its message, with a text that says the same`() async throws {
        let stage = try await paired()
        let ben = try await stage.author(of: "Ben")
        let ada = try await stage.author(of: "Ada")
        let expected = [
            "(a picture) Where it comes from Much alike Who looked after us. You: a great deal; "
                + "Your partner: quite a bit. Films and songs. You: a little; Your partner: a "
                + "little. Further apart The world out there. You: hardly any; Your partner: a "
                + "great deal. From hardly any to a great deal.",
            "(a picture) Where closeness is most at home You · Your partner Both of you – Play and "
                + "doing You – Affection Your partner – Among people",
            "(a picture) Our loop “The kettle” You When: it gets quiet I feel: small What I do: I "
                + "ask, and ask again I hope: you look up Your partner When: it gets loud I feel: "
                + "far away What I do: I tidy I hope: for a hand We notice it by: a look at the "
                + "floor Our word to pause: marmalade",
            "(a picture) Moments that softened You: I said I was tired. Your partner: You laughed.",
        ]
        for (view, caption) in zip(Sample.all(mine: ada, theirs: ben), expected) {
            try await stage.tell("Ada", Telling(Line(.unchanged), showing: view))
            let heard = try await stage.heard(expecting: 2)
            #expect(heard.map(\.by) == ["Ada", "Ada"])
            #expect(heard.map(\.text) == ["Nothing has changed.", caption])
        }
    }

    @Test func `it can't be forwarded, its name says nothing, and it is the same again`()
        async throws
    {
        let stage = try await paired()
        let ada = try await stage.author(of: "Ada")
        for view in Sample.all(mine: ada, theirs: PersonID("b")) {
            let letter = try await stage.letter(to: "Ada", showing: view)
            #expect(letter.isProtected)
            let outgoing = try #require(await letter.outgoing(.real))
            #expect(outgoing.isProtected && outgoing.buttons.isEmpty)
            guard case .photo("picture.png", let bytes) = outgoing.attachment else {
                Issue.record("no photo")
                continue
            }
            #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            #expect(await letter.outgoing(.real) == outgoing)
        }
    }

    @Test func `what can't be drawn is said`() async throws {
        let stage = try await paired()
        let ada = try await stage.author(of: "Ada")
        let easel = Easel { _ throws(PictureFault) in throw .notDrawn }
        let softer = Sample.softer(mine: ada, theirs: ada)
        let letter = try await stage.letter(to: "Ada", showing: softer)
        let outgoing = try #require(await letter.outgoing(easel))
        #expect(outgoing.attachment == nil && outgoing.isProtected)
        stage.easel = easel
        try await stage.tell("Ada", Telling(Line(.unchanged), showing: softer))
        #expect(
            try await stage.heard(expecting: 2).map(\.text) == [
                "Nothing has changed.",
                "Moments that softened You: I said I was tired. Your partner: You laughed.",
            ])
    }

    @Test func `a picture with nothing in it isn't sent, and isn't owed any more`() async throws {
        let stage = try await paired()
        let nothing = Telling(Line(.unchanged), showing: .softer(moments: []))
        try await stage.tell("Ada", nothing)
        #expect(try await stage.heard(expecting: 1).map(\.text) == ["Nothing has changed."])
        try await stage.powerCut()
        #expect(try await stage.heard(expecting: 0).isEmpty)
    }

    @Test func `what isn't known here is left out, and never traps`() async throws {
        let stage = try await paired()
        let far = [
            PictureView.Weight(source: "moon", position: 1),
            PictureView.Weight(source: "culture", position: 9),
            PictureView.Weight(source: "religion", position: -1),
        ]
        for view in [
            PictureView.sources(mine: far, theirs: far), .kinds(mine: ["?"], theirs: []),
            .loop(.init(name: [], earlySign: [], pauseWord: [], mine: [], theirs: [])),
        ] {
            try await stage.tell("Ada", Telling(Line(.unchanged), showing: view))
            #expect(try await stage.heard(expecting: 1).count == 1)
        }
    }

    /// What somebody gave by taps alone names them no less.
    @Test(arguments: [true, false], [true, false])
    func `taps that were forgotten are in no letter that is still owed`(
        forgets: Bool, isInHand: Bool
    ) async throws {
        let stage = try await paired()
        let ben = try await stage.author(of: "Ben")
        for view in [Sample.sources, Sample.kinds] {
            var telling = Telling(Line(.unchanged), showing: view)
            telling.notBefore = stage.now + Span(seconds: 600)
            telling.from = ben
            try await stage.tell("Ada", telling)
        }
        try await stage.powerCut()
        if forgets { try await stage.act(.say("/forget now"), by: "Ben") }
        _ = try await stage.heard(expecting: 0)
        // The courier may have it already, and then no key is needed any more.
        if !isInHand { try await stage.powerCut() }
        try await stage.advance(to: stage.now + Span(seconds: 601))
        #expect(
            try await stage.heard(expecting: 0).filter { $0.by == "Ada" }.count
                == (forgets ? 0 : 4))
    }

    @Test(arguments: [true, false])
    func `words that were forgotten are in no picture that is still owed`(
        forgets: Bool
    ) async throws {
        let stage = try await paired()
        let (ada, ben) = (try await stage.author(of: "Ada"), try await stage.author(of: "Ben"))
        for view in Sample.all(mine: ada, theirs: ben) {
            var telling = Telling(Line(.unchanged), showing: view)
            telling.notBefore = stage.now + Span(seconds: 600)
            try await stage.tell("Ada", telling)
        }
        if forgets { try await stage.act(.say("/forget now"), by: "Ben") }
        _ = try await stage.heard(expecting: 0)
        try await stage.powerCut()
        try await stage.advance(to: stage.now + Span(seconds: 601))
        let pictures = try await stage.heard(expecting: 0).map(\.text)
            .filter { $0.hasPrefix("(a picture)") }
        // Where something comes from holds no words of anybody's.
        #expect(pictures.count == (forgets ? 2 : 4))
        #expect(pictures.contains { $0.contains("for a hand") } != forgets)
    }

    private func paired() async throws -> DeskStage {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        return stage
    }
}

/// Pictures as Ada could get them.
private enum Sample {
    static func all(mine: PersonID, theirs: PersonID) -> [PictureView] {
        [sources, kinds, loop(mine, theirs), softer(mine: mine, theirs: theirs)]
    }

    static let sources = PictureView.sources(
        mine: [("caregivers", 3), ("stories", 1), ("world", 0), ("religion", 2)].map(weight),
        theirs: [("stories", 1), ("caregivers", 2), ("world", 3)].map(weight))

    static let kinds = PictureView.kinds(
        mine: ["play", "affection"], theirs: ["social", "play"])

    static func loop(_ mine: PersonID, _ theirs: PersonID) -> PictureView {
        func words(_ author: PersonID, _ texts: String...) -> [Words] {
            texts.map { Words(by: author, $0) }
        }
        return .loop(
            .init(
                name: words(mine, "The kettle"), earlySign: words(theirs, "a look", "at the floor"),
                pauseWord: words(mine, "marmalade"),
                mine: words(mine, "it gets quiet", "small", "I ask,\nand ask again", "you look up"),
                theirs: words(theirs, "it gets loud", "far away", "I tidy", "for a hand")))
    }

    static func softer(mine: PersonID, theirs: PersonID) -> PictureView {
        .softer(moments: [
            .init(isMine: true, words: Words(by: mine, "I said I was tired.")),
            .init(isMine: false, words: Words(by: theirs, "You laughed.")),
        ])
    }

    private static func weight(_ source: String, _ position: Int) -> PictureView.Weight {
        PictureView.Weight(source: source, position: position)
    }
}

extension Telling {
    fileprivate init(_ line: Line, showing picture: PictureView) {
        self.init(line)
        self.picture = picture
    }
}

extension DeskStage {
    /// The bot says something that nothing in a script leads to.
    fileprivate func tell(_ name: String, _ telling: Telling) async throws {
        let address = try #require(home(of: name))
        try await desk.tell(telling, at: address)
        try await carry()
    }

    fileprivate func author(of name: String) async throws -> PersonID {
        let address = try #require(home(of: name))
        return try #require(await desk.author(at: address))
    }

    /// The letter that a picture becomes, without its being sent.
    fileprivate func letter(to name: String, showing view: PictureView) async throws -> Letter {
        let address = try #require(home(of: name))
        try await desk.tell(Telling(Line(.unchanged), showing: view), at: address)
        let letters = props.mail.withLock { mail in
            defer { mail = [] }
            return mail.flatMap(\.letters)
        }
        return try #require(letters.last)
    }

    private func home(of name: String) -> Address? {
        people[name].map { Address(platform: "rehearsal", chat: String($0)) }
    }
}

extension Desk {
    fileprivate func tell(_ telling: Telling, at address: Address) throws {
        try work { session throws(StoreFault) in
            guard let place = try session.place(of: address) else { return }
            try session.tell(telling, to: place.side, on: place.couple)
        }
    }

    fileprivate func author(at address: Address) throws -> PersonID? {
        var author: PersonID?
        try work { session throws(StoreFault) in
            guard let place = try session.place(of: address) else { return }
            author = try session.page(place.couple)?.couple.partners[place.side]?.id
        }
        return author
    }
}
