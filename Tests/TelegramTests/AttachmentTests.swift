import Messenger
import Telegram
import Testing

@Suite("Sending what isn't text")
struct AttachmentTests {
    private let sent = #"{"ok":true,"result":{"message_id":91,"date":1}}"#

    @Test("A recording goes by its reference, with a caption or without")
    func voice() async throws {
        let script = Script(bodies: [sent, sent])
        let bot = try bot(script)
        let voice = Outgoing.Attachment.voice(reference: Hushed("AwAC"))
        let captioned = Outgoing(
            parts: [Outgoing.Part("Ben", style: .strong), Outgoing.Part(" says")],
            attachment: voice)
        _ = try await bot.send(captioned, to: ada)
        _ = try await bot.send(Outgoing(parts: [], attachment: voice), to: ada)
        #expect(await script.methods == ["sendVoice", "sendVoice"])
        #expect(
            await script.bodies == [
                #"{"chat_id":700001,"voice":"AwAC","caption":"Ben says","#
                    + #""caption_entities":[{"type":"bold","offset":0,"length":3}]}"#,
                #"{"chat_id":700001,"voice":"AwAC"}"#,
            ])
    }

    @Test("A file goes as a form")
    func document() async throws {
        let script = Script(bodies: [sent])
        let piece = Outgoing(
            parts: [Outgoing.Part("Yours", style: .slanted)],
            buttons: [[Outgoing.Button(label: "Ok", data: "k")]], isProtected: true,
            attachment: .document(name: "page.txt", type: "text/plain", bytes: [0, 255, 10]))
        _ = try await bot(script).send(piece, to: ada)
        #expect(await script.methods == ["sendDocument"])
        let fields = try #require(await script.requests.first).fields
        #expect(
            fields.dropLast().map(\.line) == [
                "chat_id=700001", "caption=Yours",
                #"caption_entities=[{"type":"italic","offset":0,"length":5}]"#,
                "protect_content=true",
                #"reply_markup={"inline_keyboard":[[{"text":"Ok","callback_data":"k"}]]}"#,
            ])
        let file = try #require(fields.last)
        #expect(file.name == "document" && file.fileName == "page.txt")
        #expect(file.contentType == "text/plain" && file.bytes == [0, 255, 10])
    }

    @Test("A photo goes as a form, its text as a caption")
    func photo() async throws {
        let script = Script(bodies: [sent, sent])
        let photo = Outgoing.Attachment.photo(name: "picture.png", bytes: [0x89, 0, 10])
        let piece = Outgoing(
            parts: [Outgoing.Part("😀 "), Outgoing.Part("<b>both", style: .strong)],
            buttons: [[Outgoing.Button(label: "Ok", data: "k")]], isProtected: true,
            attachment: photo)
        #expect(try await bot(script).send(piece, to: ada) == MessageID(91))
        _ = try await bot(script).send(Outgoing(parts: [], attachment: photo), to: ada)
        #expect(await script.methods == ["sendPhoto", "sendPhoto"])
        let forms = await script.requests.map(\.fields)
        #expect(
            forms.map { $0.dropLast().map(\.line) } == [
                [
                    "chat_id=700001", "caption=😀 <b>both",
                    #"caption_entities=[{"type":"bold","offset":3,"length":7}]"#,
                    "protect_content=true",
                    #"reply_markup={"inline_keyboard":[[{"text":"Ok","callback_data":"k"}]]}"#,
                ], ["chat_id=700001"],
            ])
        for file in forms.compactMap(\.last) {
            #expect(file.name == "photo" && file.fileName == "picture.png")
            #expect(file.bytes == [0x89, 0, 10])
        }
        let long = Outgoing(
            parts: [Outgoing.Part(String(repeating: "é", count: 1_025))], attachment: photo)
        await #expect(throws: Fault.refused(reason: "too long")) {
            try await bot(script).send(long, to: ada)
        }
    }
}

extension HTTPRequest {
    /// The fields of a form; none if it is no form.
    fileprivate var fields: [Field] {
        guard case .multipart(let fields) = body else { return [] }
        return fields
    }
}

extension HTTPRequest.Field {
    fileprivate var line: String { "\(name)=\(String(decoding: bytes, as: UTF8.self))" }
}
