/// Which act belongs where. Each is the ``Press/Act`` of the same raw value, so that who handles
/// some of them names only those.

/// What decides how somebody walks the course.
enum CourseAct: String, CaseIterable {
    case closer = "cl"
    case goRound = "gr"
    case decideLater = "dl"
    case optIn = "oi"
    case optOut = "oo"
    case openRound = "or"
    case moreOfThis = "mo"
    case monthly = "mn"
    case goodbye = "gb"
}

/// What decides when something comes, and whether.
enum ClockAct: String, CaseIterable {
    case pauseNow = "pn"
    case everyDay = "ed"
    case threeAWeek = "t3"
    case onceAWeek = "o1"
    case otherDays = "od"
    case otherQuiet = "oq"
    case lighterWeeks = "lw"
    case stopCards = "sc"
    case twoWeeksOff = "tw"
}

/// What two do with one another.
enum TogetherAct: String, CaseIterable {
    case takeBack = "tb"
    case approve = "ap"
    case rephrase = "rp"
    case dropIt = "dr"
    case dontRemember = "dm"
    case sawOtherwise = "sw"
    case notThisOne = "no"
    case sendMeaning = "sg"
    case aloud = "al"
    case here = "hr"
    case sendTurn = "tu"
    case turnAgain = "tx"
    case gotIt = "gi"
    case notYet = "ny"
    case thatsIt = "ti"
    case notQuite = "nq"
    case nothingMore = "nm"
    case timeOut = "to"
    case comeBack = "cb"
    case endTurns = "et"
    case lookFor = "lk"
    case writeOffer = "wo"
    case answerIt = "ai"
    case answerCounter = "ac2"
    case findTime = "ft"
    case markTime = "mt"
    case timesDone = "td"
    case leaveOut = "lx"
}

/// What is done with a card, an answer, or what is said back.
enum CardAct: String, CaseIterable {
    case open = "op"
    case begin = "be"
    case skip = "sk"
    case later = "la"
    case lighter = "li"
    case why = "wy"
    case done = "do"
    case talked = "ta"
    case anotherCard = "ac"
    case keepHere = "kh"
    case choose = "ch"
    case thatsAll = "th"
    case toggle = "tg"
    case goOn = "go"
    case anotherWay = "aw"
    case share = "sh"
    case shareBoth = "sb"
    case propose = "pr"
    case putThere = "pu"
    case mark = "mk"
    case sendMoment = "sm"
    case sendReply = "sr"
    case keep = "ke"
    case again = "ag"
    case showOne = "so"
    case summarise = "su"
    case pick = "pi"
    case sayBack = "sy"
    case backAgain = "ba"
    case sentence = "se"
    case sendBack = "sd"
    case justKeep = "jk"
    case letLie = "ll"
    case readIt = "ri"
}

/// What somebody unknown may press.
enum VisitorAct: String, CaseIterable {
    case adult = "ad"
    case younger = "yo"
    case letBe = "lb"
    case whoReads = "wr"
    case look = "lf"
    case join = "jo"
    case lightOnly = "lo"
    case speak = "sp"
}

/// What is done about the book that two keep.
enum BookAct: String, CaseIterable {
    case askForBook = "bo"
    case bookPages = "bp"
    case bookPage = "bg"
    case bookEarlier = "be2"
    case noBook = "bn"
}
