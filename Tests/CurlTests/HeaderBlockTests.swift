import Messenger
import Testing

@testable import Curl

@Suite("Header lines")
struct HeaderBlockTests {
    private func read(_ lines: [String]) -> [String] {
        var block = HeaderBlock()
        for line in lines {
            let isTaken = Array((line + "\r\n").utf8).withUnsafeBytes { block.read($0) }
            #expect(isTaken)
        }
        return block.fields.map { "\($0.name)=\($0.value)" }
    }

    @Test("Only the final answer's own fields count")
    func finalOnly() {
        let lines = [
            "HTTP/1.1 100 Continue", "A: 1", "", "HTTP/1.1 103 Early", "B: 2", "",
            "HTTP/1.1 200 OK", "C: 3", "", "D: 4", "HTTP/1.1: 5",
        ]
        #expect(read(lines) == ["C=3"])
    }

    @Test("Spaces, folds, empty values and lines without a colon")
    func oddLines() {
        let lines = [
            "HTTP/1.0 404 Not Found", "A:\t x ", "B:", " folded", "no colon", "C: a:b", "A: second",
            "",
        ]
        #expect(read(lines) == ["A=x", "B= folded", "C=a:b", "A=second"])
    }

    @Test("The limit is exact and counts over all blocks")
    func limit() {
        var block = HeaderBlock()
        let half = [UInt8](repeating: 65, count: HeaderBlock.maximumBytes / 2)
        #expect(half.withUnsafeBytes { block.read($0) })
        #expect(half.withUnsafeBytes { block.read($0) })
        #expect(![UInt8(65)].withUnsafeBytes { block.read($0) })
    }
}
