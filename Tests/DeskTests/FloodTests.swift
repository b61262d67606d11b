import Dialogue
import Messenger
import Rehearsal
import Store
import Synchronization
import Testing

@testable import Desk

/// Hundreds of messages at once. Work is counted, not time.
@Suite struct FloodTests {
    @Test func `one who writes hundreds is answered some times, and nobody else waits`()
        async throws
    {
        let saves = Mutex(0)
        var disk = Disk.real
        disk.syncData = { file throws(DiskFault) in
            saves.withLock { $0 += 1 }
            try Disk.real.syncData(file)
        }
        let stage = try DeskStage(start: .scriptStart, disk: disk)
        try await rehearse(Scenes.pairing, on: stage)
        try await stage.act(.say("/start"), by: "Cleo")
        try await stage.act(.tap(label: "I'm 18 or older", below: nil), by: "Cleo")
        _ = try await stage.heard(expecting: 0)
        stage.holdsLetters = true
        let before = saves.withLock { $0 }
        for number in 0..<10 {
            var deeds = (0..<98).map { ("Ada", Deed.say("Word \(number) of \($0).")) }
            deeds.insert(("Ben", .say("Soup \(number).")), at: 60)
            deeds.append(("Cleo", .say("warm \(number)")))
            try await stage.act(together: deeds)
        }
        // A batch is one save, whoever is in it.
        #expect(saves.withLock { $0 } - before == 10)
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        let heard = try await stage.heard(expecting: 0)
        let ada = heard.filter { $0.by == "Ada" }.map(\.text)
        #expect(ada.count == 97)
        #expect(ada.count { $0.hasPrefix("I couldn't keep up") } == 1)
        #expect(ada.last?.hasPrefix("I couldn't keep up") == true)
        // Nothing of the others' was turned away.
        #expect(heard.last { $0.by == "Ben" }?.text.contains("Soup 9.") == true)
        #expect(heard.last { $0.by == "Cleo" }?.text.contains("warm 9") == true)
        #expect(heard.count { $0.by == "Ben" } == 10)
        // And she is heard again.
        try await stage.act(.say("/status"), by: "Ada")
        #expect(
            try await stage.heard(expecting: 1).map { $0.text.hasPrefix("You are Ada,") } == [true])
    }

    @Test(arguments: [Deed.press(data: "sh.u-note.1"), .say("/status"), .sendOther, .say("/safe")])
    func `whatever it is`(deed: Deed) async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        stage.holdsLetters = true
        for _ in 0..<5 {
            try await stage.act(together: Array(repeating: ("Ada", deed), count: 100))
        }
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        let heard = try await stage.heard(expecting: 0)
        #expect((2...194).contains(heard.count))
        #expect(heard.count { $0.text.hasPrefix("I couldn't keep up") } == 1)
    }

    @Test func `the ways out stay open`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        stage.holdsLetters = true
        try await stage.act(
            together: (0..<100).map { ("Ada", Deed.say("Word \($0).")) }
                + [("Ada", .say("/forget now"))])
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        #expect(try await stage.heard(expecting: 1).map { $0.text.prefix(9) } == ["Erased: w"])
    }

    @Test func `a stranger's flood keeps no newcomer out`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        stage.holdsLetters = true
        for _ in 0..<6 {
            try await stage.act(
                together: Array(repeating: ("Kim", Deed.say("/safe")), count: 100))
        }
        try await stage.act(.say("/start"), by: "Lea")
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        try await stage.advance(to: stage.now + .minutes(11))
        let heard = try await stage.heard(expecting: 0)
        let toKim = heard.filter { $0.by == "Kim" }
        #expect((2...24).contains(toKim.count))
        // Each answer goes with what called it.
        let answers = toKim.count { $0.text.hasPrefix("I take this away") }
        #expect(toKim.count { $0.text.hasPrefix("(deletes: /safe") } == answers)
        #expect(toKim.count { $0.text.hasPrefix("(deletes: I take") } == answers)
        #expect(heard.count { $0.by == "Lea" && $0.text.hasPrefix("I ask the two") } == 1)
    }

    @Test func `what one answer holds is bounded`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        for number in 0..<60 { try await stage.act(.say("Word \(number)."), by: "Ada") }
        let heard = try await stage.heard(expecting: 0)
        let longest = heard.map(\.text).max { $0.count < $1.count } ?? ""
        #expect(longest.contains("Word 39.") && !longest.contains("Word 40."))
    }

    @Test func `guesses by hundreds of names shut nobody out`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        let link = try #require(await stage.invitation())
        for guesser in 0..<110 {
            let deeds = (0..<6).map { ("Guesser \(guesser)", Deed.say("/start wrong\($0)")) }
            try await stage.act(together: deeds)
        }
        let told = try await stage.heard(expecting: 0)
        #expect(told.count { $0.text.hasPrefix("That link doesn't work any more.") } == 550)
        #expect(told.count { $0.text.hasPrefix("That's enough links for now.") } == 110)
        try await stage.act(.say("/start \(link)"), by: "Ben")
        #expect(
            try await stage.heard(expecting: 1).first?.text.hasPrefix("Ada would like") == true)
    }

    @Test func `buttons pressed by the hundred owe only so many courtesies`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        let rounds = Rounds(clock: Clock { stage.now }, tempo: .real)
        let letters = (0..<900).map { number in
            Letter(
                id: Letter.courtesy, to: Address(platform: "rehearsal", chat: "1"),
                content: .retirement(message: MessageID(Int64(number))))
        }
        await rounds.add([Owed(page: nil, letters: letters)])
        var carried = 0
        let last = Letter(
            id: 7, to: Address(platform: "rehearsal", chat: "1"),
            content: .retirement(message: MessageID(1)))
        await rounds.add([Owed(page: nil, letters: [last])])
        while let item = await rounds.take() {
            carried += 1
            await rounds.done(with: item)
            if item.letter.id == 7 { break }
        }
        #expect((2...64).contains(carried))
    }
}
