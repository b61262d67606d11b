/// A button of ours: what it does, to which round, and a number (a version, a choice, an id).
///
/// Its data on the wire is short and opaque: acts are saved by their raw values, so a case may
/// be added but never renamed.
package struct Press: Sendable, Hashable, Codable {
    package let act: Act
    /// The round it is about; for a visitor's buttons the code of an invitation.
    package let subject: String?
    package let number: Int?

    package init(_ act: Act, _ round: RoundName? = nil, _ number: Int? = nil) {
        self.act = act
        subject = round?.text
        self.number = number
    }

    /// A visitor's button: it carries the code of the invitation they hold.
    package init(_ act: Act, code: String?, _ number: Int? = nil) {
        self.act = act
        subject = code
        self.number = number
    }

    package var round: RoundName? { subject.map { RoundName($0) } }

    /// What a button does.
    package enum Act: String, Sendable, Codable, CaseIterable {
        // Before someone is known.
        case adult = "ad"
        case younger = "yo"
        case whoReads = "wr"
        case look = "lf"
        case lightOnly = "lo"
        case join = "jo"
        case letBe = "lb"
        case bringHere = "bh"
        case bringBack = "bk"
        // Coming in.
        case speak = "sp"
        case clockRight = "cr"
        case elsewhere = "el"
        case place = "pl"
        case otherHour = "oh"
        case getLink = "gl"
        case newLink = "nl"
        case oneMore = "om"
        case enough = "en"
        case thatsThem = "tt"
        case notThem = "nt"
        // A card.
        case open = "op"
        case skip = "sk"
        case later = "la"
        case lighter = "li"
        case why = "wy"
        case done = "do"
        case anotherCard = "ac"
        case talked = "ta"
        case keepHere = "kh"
        // An answer.
        case choose = "ch"
        case goOn = "go"
        case share = "sh"
        case shareBoth = "sb"
        case keep = "ke"
        case again = "ag"
        case showOne = "so"
        case pick = "pi"
        case answer = "an"
        case erase = "er"
        // After a reveal.
        case sayBack = "sy"
        case sentence = "se"
        case sendBack = "sd"
        case backAgain = "ba"
        case justKeep = "jk"
        case readIt = "ri"
        case letLie = "ll"
        // Settings.
        case revealsAtOnce = "ra"
        case revealsAtHour = "rh"
        case everyDay = "ed"
        case threeAWeek = "t3"
        case onceAWeek = "o1"
        case otherDays = "od"
        case otherQuiet = "oq"
        case lighterWeeks = "lw"
        case stopCards = "sc"
        case twoWeeksOff = "tw"
        case pauseNow = "pn"
        case resume = "re"
        case leaveNow = "ln"
        case forgetNow = "fn"
        case exportKept = "ek"
        case stay = "st"
        case nameIt = "ni"
        case leaveAndTell = "lt"
        case otherCountry = "oc"
        case askForBook = "bo"
        case bookPages = "bp"
        case bookPage = "bg"
        case bookEarlier = "be2"
        case noBook = "bn"
        // The course.
        case begin = "be"
        case toggle = "tg"
        case thatsAll = "th"
        case closer = "cl"
        case goRound = "gr"
        case decideLater = "dl"
        case optIn = "oi"
        case optOut = "oo"
        case openRound = "or"
        case moreOfThis = "mo"
        case monthly = "mn"
        case goodbye = "gb"
        // Together.
        case summarise = "su"
        case propose = "pr"
        case putThere = "pu"
        case mark = "mk"
        case takeBack = "tb"
        case approve = "ap"
        case rephrase = "rp"
        case dropIt = "dr"
        case sendMoment = "sm"
        case dontRemember = "dm"
        case sawOtherwise = "sw"
        case notThisOne = "no"
        case sendMeaning = "sg"
        case aloud = "al"
        case here = "hr"
        case sendTurn = "tu"
        case turnAgain = "tx"
        case thatsIt = "ti"
        case notQuite = "nq"
        case nothingMore = "nm"
        case gotIt = "gi"
        case notYet = "ny"
        case timeOut = "to"
        case comeBack = "cb"
        case endTurns = "et"
        case lookFor = "lk"
        case writeOffer = "wo"
        case answerIt = "ai"
        case sendReply = "sr"
        case anotherWay = "aw"
        case answerCounter = "ac2"
        case findTime = "ft"
        case markTime = "mt"
        case timesDone = "td"
        case leaveOut = "lx"

        /// Whether only somebody unknown is shown it.
        package var isVisitors: Bool {
            self == .adult || self == .younger || self == .whoReads || self == .look
                || self == .lightOnly || self == .join || self == .letBe
                || self == .bringHere || self == .bringBack
        }
    }

    /// Whether it stands below what somebody unknown is shown; its subject is a code then. Who is
    /// known chooses a language by its tag, and without a number.
    package var isVisitors: Bool { act.isVisitors || (act == .speak && number != nil) }

    /// At most 64 bytes: `act`, `act.subject` or `act.subject.number`.
    package var data: String {
        var data = act.rawValue
        if subject != nil || number != nil { data += "." + (subject ?? "") }
        if let number { data += "." + String(number) }
        return data
    }

    /// Nil for anything that isn't one of ours: an older version's button, or a forged one.
    package init?(data: String) {
        let fields = data.split(separator: ".", omittingEmptySubsequences: false)
        guard data.utf8.count <= 64, (1...3).contains(fields.count),
            let act = Act(rawValue: String(fields[0]))
        else { return nil }
        self.act = act
        subject = fields.count > 1 && !fields[1].isEmpty ? String(fields[1]) : nil
        guard fields.count == 3 else {
            number = nil
            return
        }
        guard let number = Int(fields[2]) else { return nil }
        self.number = number
    }
}
