import Curriculum
import Dialogue
import Testing

@Suite struct CrisisTests {
    private let hearing: Hearing

    init() throws { hearing = try English.hearing.get() }

    @Test(arguments: crisisSentences)
    func `crisis and violence are heard`(sentence: String) {
        let isHeard = hearing.crisis.findsCrisis(in: sentence)
        #expect(isHeard, "\(sentence)")
    }

    @Test(arguments: everydaySentences)
    func `idioms and everyday fears are left alone`(sentence: String) {
        let isHeard = hearing.crisis.findsCrisis(in: sentence)
        #expect(!isHeard, "\(sentence)")
    }

    @Test func `there are sixty sentences of each`() {
        #expect(Set(crisisSentences).count >= 60 && Set(everydaySentences).count >= 60)
    }
}
