import Curriculum
import Dialogue
import Testing

@Suite struct BlameTests {
    private let hearing: Hearing

    init() throws { hearing = try English.hearing.get() }

    @Test(arguments: blameSentences)
    func `blame is heard`(sentence: String) {
        let isHeard = hearing.blame.findsBlame(in: sentence)
        #expect(isHeard, "\(sentence)")
    }

    @Test(arguments: kindSentences)
    func `what is kind, asked, or about oneself is left alone`(sentence: String) {
        let isHeard = hearing.blame.findsBlame(in: sentence)
        #expect(!isHeard, "\(sentence)")
    }

    @Test func `there are sixty sentences of each`() {
        #expect(Set(blameSentences).count >= 60 && Set(kindSentences).count >= 60)
    }
}
