extension Line {
    /// Everything the bot can say. Each has a phrase in every phrasebook, of the same name.
    package enum Key: String, Sendable, Codable, CaseIterable {
        // Before someone is known, and about the house.
        case welcome
        case welcomeInvited
        case whoReads
        case younger
        case letBe
        case invited
        case lookFirst
        case linkGone
        case tapLinkAgain
        case tooManyTries
        case justStart
        case knownAlready
        case groupRefusal
        case farewell
        case hostPartner
        case hostPartnerNamed
        case hostOther
        case hostOtherNamed
        case hostTrial
        case readsPartner
        case readsPartnerNamed
        case readsOther
        case readsOtherNamed
        case readsTrial
        // To somebody known.
        case aCardForToday
        case alreadyShown
        case ask
        case askBesideEarlier
        case askChoice
        case askScale
        case card
        case cardDone
        case cardOnDays
        case cardStillHere
        case cardsStopped
        case carry
        case changedSince
        case claimEnded
        case clock
        case clockKept
        case enough
        case erased
        case erasedButShown
        case exportNothing
        case exported
        case exportedKept
        case forget
        case forgetAlone
        case fromBefore
        case growth, growthNothing, growthOfBoth
        case help
        case hereAreBoth
        case hereIsTheirs
        case hourIsQuiet
        case inWords
        case inviteOffer
        case itemSeenBack
        case joined
        case joinedAlready
        case knockRefused
        case book, bookAsked, bookEmpty, bookHere, bookPages, noBookPages, pageIn, pageLeftOut
        case unchangedBook
        case language
        case languageKept
        case moveCode
        case moveHere
        case movedHere
        case movedAway
        case movedBack
        case moveUndone
        case moveNotHere
        case moveElsewhere
        case later
        case leave
        case left
        case leftLying
        case link
        case linkAgain
        case makerIsAsked
        case nameSeenBack
        case nameSet
        case nameTooLong
        case noAnswers
        case noSuchCommand
        case neverQuiet
        case noSuchDays
        case noSuchHour
        case noSuchQuiet
        case noSuchPause
        case noSuchPlace
        case nobodyYet
        case notJoined
        case notKeptThought
        case notPaused
        case notThatKind
        case notWaiting
        case noteToThink
        case noteToThinkTrial
        case nothingOpen
        case nothingToShow
        case nothingToday
        case ownAnswer
        case ownAnswerShown
        case ownLink
        case passed
        case paused
        case pausedADay
        case pausedDays
        case pausedForADay
        case pausedFor
        case pausedOpen
        case pickOne
        case putAway
        case responseSeenBack
        case resting
        case resumed
        case resumedWithSomething
        case revealedBoth
        case revealedMine
        case revealedTheirs
        case revealsAtHour
        case revealsAtOnce
        case safe
        case sayBack
        case seenBack
        case seenBackAlone
        case seenBackForLater
        case seenBackGoOn
        case seenBackNote
        case sentBack
        case sentSomethingBack
        case sentenceSeenBack
        case setAside
        case settled
        case settledIn
        case skipped
        case someoneCame
        case somethingForYou
        case firstOne
        case stateAlone
        case stateKept
        case stateLine
        case stateOpen
        case stateShared
        case stateShown
        case status
        case staysWithYou
        case statusAlone
        case stillCarrying
        case talkCard
        case talkedDone
        case theirSentence
        case theirWords
        case thought
        case thoughtDone
        case tooLong
        case tooMuch
        case unchanged
        case waitingForMaker
        case whatStays
        case whereAreYou
        case whichHour
        case whichHourNow
        case whichDays
        case whichOtherDays
        case whichQuiet
        case whatWouldSuit
        case lighterWeeks
        case quietAtCard
        case quietHours
        case whichItem
        case whichName
        case whichPlace
        case whichSentence
        case whichToErase
        case why
        case willBeGiven
        case willBeShared
        case yourAnswers
        // The course, and what two do with one another.
        case aNoToday, agreed, answerTheWish, askCaregivers, askRecalling, askReligion,
            askSeveral, askSeveralOfList, askSort, bothHalves, byAccount, cantRead, chosenOfList,
            chosenSoFar,
            counterAnswered, decideTwice, directory, dropped, forAPart, goodbye, graduation,
            heavy, helpLine, helpLineChecked, helpLineHours, helpLineHoursChecked, itemKept,
            itemShown, lookOrWrite, loopNeedsTwoFree, marksLie, marksSeenBack, meaningLies,
            meaningSeenBack, momentSeenBack, momentSent, momentTooLong, monthlyKept, more,
            noMore, noSuchCountry, notAlone, notForAQuarrel, nothingLies, nowYou, offerArrived,
            offerLies,
            offerNotYet, offerRests, offerSeenBack, optNoted, pairIHeard, pairTheyHeard,
            peopleToCall, proposal, proposalSeenBack, proposed, replySeenBack, requestSeenBack,
            restsBetween, revisit, roadNoted, sayAnew, sayingItAnew, seenBackForSummary,
            seenBackItems, seenBackItemsAndOwn, seenBackWhole, setBack, stateAgreed, stateGiven,
            stateLies, stateMarked, stateProposed, takenOut, talkNamed, theirMoment, theirOffer,
            theirWish,
            theyLeft, timeFree, timeMarked, timeOutUntil, timesNoted, titled, turnHeard,
            turnIsTheirs, turnSaid, turnSeenBack, turnSent, turnUnderstood, turnsArrived,
            turnsHow, turnsRest, twoRoads, voiceElsewhere, waitsForDaylight, whatYouTried, whenBack,
            whereYouAre,
            whereYouAreAndOpen, whereYouAreNext, whereYouAreNextAndOpen, whichCountry,
            whichSummary, whichTimes, willComeSomeDay, willComeTomorrow, wishAnswered,
            wishAnsweredWithAnother, wishRests, wordOfMine, wordOfTheirs, wordsSoFar,
            writtenByHost, wordSent, ownTaps, leftAndTold, youBothMarked, yourPart
    }
}
