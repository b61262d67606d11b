import Testing

@testable import LocalChat

@Suite(.timeLimit(.minutes(40))) struct PhotoTests {
    @Test func aPhotoArrivesWithItsCaption() async throws {
        let world = try await World().started()
        let answer = try await world.platform.sendPhoto(
            .png(1_080, 1_350), ["caption": "both of you", "protect_content": "true"])
        let result = try #require(answer["result"])
        #expect(result["caption"] == "both of you")
        #expect(result["has_protected_content"] == true)
        let photo = try #require(result["photo"]?.items?.last)
        #expect(photo["width"] == 1_080 && photo["height"] == 1_350)
        let seen = await world.platform.changesJSON(in: [World.ada], after: 0)
        let message = try #require(seen["chats"]?.items?.first?["messages"]?.items?.last)
        #expect(message["kind"] == "photo" && message["text"] == "both of you")
        #expect(message["protected"] == true)
        #expect(message["file"]?["type"] == "image/png")
    }

    @Test func whatIsNoPhotoIsRefused() async throws {
        let world = try await World().started()
        func refusal(_ bytes: [UInt8], _ values: [String: String] = [:]) async throws -> String? {
            try await world.platform.sendPhoto(bytes, values)["description"]?.text
        }
        #expect(try await refusal([]) == "Bad Request: file must be non-empty")
        for bytes in [
            Array("<svg/>".utf8), [0xFF, 0xD8, 0xFF], Array([UInt8].png(9, 9).prefix(23)),
        ] {
            #expect(try await refusal(bytes) == "Bad Request: IMAGE_PROCESS_FAILED")
        }
        for (width, height) in [(5_000, 5_001), (21, 1), (1, 21), (9_996, 400)] {
            #expect(
                try await refusal(.png(width, height)) == "Bad Request: PHOTO_INVALID_DIMENSIONS")
        }
        for (width, height) in [(5_000, 5_000), (20, 1), (1, 20)] {
            #expect(try await refusal(.png(width, height)) == nil)
        }
        let most = 10 << 20
        let large = [UInt8].png(9, 9) + Array(repeating: 0, count: most - 24)
        #expect(try await refusal(large) == nil)
        #expect(
            try await refusal(large + [0])
                == "Bad Request: file of size 10485761 bytes is too big for a photo; "
                + "the maximum size is 10485760 bytes")
        let caption = String(repeating: "é", count: 1_024)
        #expect(try await refusal(.png(9, 9), ["caption": caption]) == nil)
        #expect(
            try await refusal(.png(9, 9), ["caption": caption + "é"])
                == "Bad Request: message caption is too long")
        #expect(
            try await world.refusal("sendPhoto", ["chat_id": .int(World.ada)])
                == "Bad Request: there is no photo in the request")
    }

    @Test func itIsShownToThePageAloneUntilItIsDeleted() async throws {
        try await Wire.serving { wire in
            _ = try await wire.api("POST", "people/\(World.ada)/start")
            let sent = try await wire.chat.platform.sendPhoto(.png(9, 9))
            let id = try #require(sent["result"]?["photo"]?.items?.last?["file_id"]?.text)
            let shown = try await wire.api("GET", "files/\(id)")
            #expect(shown.status == 200 && shown.head.lowercased().contains("image/png"))
            #expect(shown.head.lowercased().contains("nosniff"))
            #expect(try await wire.send("GET", "/api/files/\(id)").status == 403)
            #expect(try await wire.send("GET", "/files/\(id)").status == 404)
            let call = "deleteMessage?chat_id=\(World.ada)&message_id="
            let number = try #require(sent["result"]?["message_id"]?.number)
            let bot = "/bot\(World.token)/"
            #expect(try await wire.send("GET", bot + call + "\(number)").status == 200)
            #expect(try await wire.api("GET", "files/\(id)").status == 404)
            // The bot may send it once more by its id, as on the real platform.
            let again = "sendPhoto?chat_id=\(World.ada)&photo=\(id)"
            #expect(try await wire.send("GET", bot + again).status == 200)
            #expect(try await wire.api("GET", "files/\(id)").status == 200)
        }
    }

    @Test func theSizeIsReadFromTheBeginning() throws {
        let jpeg: [UInt8] =
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 17, 8, 1, 0, 2, 4, 3, 0]
        let pictures: [(bytes: [UInt8], type: String, width: Int, height: Int)] = [
            (.png(70_000, 3), "image/png", 70_000, 3),
            (Array("GIF89a".utf8) + [4, 2, 3, 1], "image/gif", 516, 259),
            (jpeg, "image/jpeg", 516, 256),
        ]
        for (bytes, type, width, height) in pictures {
            let header = try #require(PictureHeader(bytes))
            #expect(header.type == type && header.width == width && header.height == height)
            for count in 0..<bytes.count {
                let cut = PictureHeader(Array(bytes.prefix(count)))
                #expect(cut == nil || cut?.width == width)
            }
        }
        #expect(PictureHeader(.png(0, 9)) == nil)
    }
}

extension Platform {
    /// Uploads a photo to Ada.
    fileprivate func sendPhoto(
        _ bytes: [UInt8], _ values: [String: String] = [:]
    ) async throws -> JSON {
        var arguments = Arguments()
        arguments.set("chat_id", "\(World.ada)")
        for (name, value) in values { arguments.set(name, value) }
        arguments.set(
            "photo", Arguments.Upload(name: "picture.png", type: "text/html", bytes: bytes))
        return try JSON(reading: await call("sendPhoto", arguments).body)
    }
}

extension [UInt8] {
    /// The beginning of a PNG of this size.
    fileprivate static func png(_ width: Int, _ height: Int) -> [UInt8] {
        func big(_ number: Int) -> [UInt8] {
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
        }
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        return signature + [0, 0, 0, 13] + Array("IHDR".utf8) + big(width) + big(height)
    }
}
