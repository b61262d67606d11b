import Testing

@testable import LocalChat

@Suite struct JSONTests {
    @Test func everythingIsReadBackAsItWasWritten() throws {
        let value: JSON = [
            "text": "line\nquote\" back\\ bell\u{7} 👩‍👩‍👧 é", "number": -9_007_199_254_740_993,
            "half": .double(0.5), "list": [true, .null, []], "empty": [:], "absent": nil,
        ]
        #expect(try JSON(reading: value.bytes) == value)
        #expect(value.bytes.allSatisfy { $0 < 0x80 })
        #expect(value["absent"] == nil)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "nul", "1 2", "\"\\ud83d\"", "\"\\ude00\\ud83d\"",
        "\"\u{1}\"", "+1", "\"\\x\"", "{1:2}", "[\"a\" \"b\"]", ".", "-",
    ])
    func whatIsNoJSONIsRefused(text: String) {
        #expect(throws: JSON.Malformed.self) { try JSON(reading: text.utf8) }
    }

    @Test func badUTF8AndDeepNestingAreRefused() {
        #expect(throws: JSON.Malformed.self) { try JSON(reading: [0x22, 0xFF, 0x22]) }
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSON.Malformed.self) { try JSON(reading: deep.utf8) }
    }

    @Test func surrogatePairsBecomeOneCharacter() throws {
        #expect(try JSON(reading: "\"\\ud83d\\ude00\"".utf8) == "😀")
    }

    @Test func formFieldsAreDecoded() {
        let fields = FormFields.read("a=1+2&b=%F0%9F%98%80&c&d=%zz&e=%ff")
        #expect(fields.map(\.name) == ["a", "b", "c", "d"])
        #expect(fields.map(\.value) == ["1 2", "😀", "", "%zz"])
    }

    @Test func multipartIsReadWithItsFiles() throws {
        let body =
            "--x\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n5\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"voice\"; filename=\"v.ogg\"\r\n"
            + "Content-Type: audio/ogg\r\n\r\na\r\n--y\r\nb\r\n--x--\r\n"
        let parts = try #require(Multipart.read(Array(body.utf8), boundary: "x"))
        #expect(parts.map(\.name) == ["chat_id", "voice"])
        #expect(parts[0].bytes == Array("5".utf8))
        #expect(parts[1].fileName == "v.ogg")
        #expect(parts[1].type == "audio/ogg")
        #expect(parts[1].bytes == Array("a\r\n--y\r\nb".utf8))
        #expect(Multipart.boundary(of: "multipart/form-data; boundary=\"x y\"; a=b") == "x y")
        for cut in [0, 1, 5, 60, 100, body.utf8.count - 6] {
            #expect(Multipart.read(Array(body.utf8.prefix(cut)), boundary: "x") == nil)
        }
    }

    @Test func anEmptyFilePartIsReadAsEmpty() throws {
        let body = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--x--"
        let parts = try #require(Multipart.read(Array(body.utf8), boundary: "x"))
        #expect(parts.first?.bytes == [])
    }
}
