import Foundation
import Testing

@testable import talkaboutit

@Suite("Mistakes in the settings")
struct SettingsMistakesTests {
    private let folder: SettingsFolder

    init() throws { folder = try SettingsFolder() }

    @Test("all mistakes of both sources are found at once, and none shows a value")
    func allAtOnce() async throws {
        let config = try folder.write(
            """
            {
              "hour": "CANARY", "telegram": {"token": "CANARY", "pollSecond": 7, "proxy": true},
              "data": "/srv/tai", "keys": "/srv/tai/keys", "zones": ["CANARY", 1]
            }
            """)
        let mistakes = await mistakes(
            config,
            [
                "TALKABOUTIT_TELEGRAM_BASE_URL": "http://CANARY.example",
                "TALKABOUTIT_LOG_LEVEL": "CANARY", "TALKABOUTIT_TELEGRAM_TOKENN": "CANARY",
            ])
        #expect(
            mistakes.map(\.place) == [
                "hour in the config file", "telegram.pollSecond in the config file",
                "telegram.proxy in the config file", "telegram.token in the config file",
                "zones in the config file", "TALKABOUTIT_TELEGRAM_BASE_URL",
                "TALKABOUTIT_LOG_LEVEL", "TALKABOUTIT_TELEGRAM_TOKENN",
            ])
        let report = mistakes.map(\.description).joined(separator: "\n")
        #expect(!report.contains("CANARY"))
        #expect(report.contains("did you mean telegram.pollSeconds?"))
        #expect(report.contains("did you mean TALKABOUTIT_TELEGRAM_TOKEN?"))
        #expect(report.contains("for example: 19:00"))
    }

    @Test(
        "values of the wrong kind or out of range",
        arguments: [
            (#"{"telegram": {"pollSeconds": 0}}"#, "telegram.pollSeconds"),
            (#"{"telegram": {"pollSeconds": 51}}"#, "telegram.pollSeconds"),
            (#"{"telegram": {"pollSeconds": "50"}}"#, "telegram.pollSeconds"),
            (#"{"telegram": {"pollSeconds": true}}"#, "telegram.pollSeconds"),
            (#"{"telegram": {"pollSeconds": 7.5}}"#, "telegram.pollSeconds"),
            (#"{"telegram": {"pollSeconds": 1e300}}"#, "telegram.pollSeconds"),
            (#"{"telegram": {"sendsPerSecond": -1}}"#, "telegram.sendsPerSecond"),
            (#"{"telegram": {"deleteWebhook": 1}}"#, "telegram.deleteWebhook"),
            (#"{"telegram": {"deleteWebhook": "yes"}}"#, "telegram.deleteWebhook"),
            (#"{"telegram": {"baseURL": "http://bots.example"}}"#, "telegram.baseURL"),
            (#"{"telegram": {"baseURL": "http://localhost.example"}}"#, "telegram.baseURL"),
            (#"{"telegram": {"baseURL": "ftp://bots.example"}}"#, "telegram.baseURL"),
            (#"{"telegram": {"proxy": "http://me:secret@proxy.example:3128"}}"#, "telegram.proxy"),
            (#"{"telegram": {"proxy": "ftp://proxy.example:3128"}}"#, "telegram.proxy"),
            (#"{"telegram": {"proxy": "socks5h://proxy.example"}}"#, "telegram.proxy"),
            (#"{"telegram": []}"#, "telegram"),
            (#"{"telegram": "x"}"#, "telegram"),
            (#"{"host": {"role": "owner"}}"#, "host.role"),
            (#"{"host": {"name": "a\nb"}}"#, "host.name"),
            (#"{"zone": "CET+1"}"#, "zone"), (#"{"zone": "Nowhere/Town"}"#, "zone"),
            (#"{"hour": "25:00"}"#, "hour"), (#"{"language": "tlh"}"#, "language"),
            (#"{"data": "~/data"}"#, "data"), (#"{"data": ""}"#, "data"),
            (#"{"localchat": {"port": 65536}}"#, "localchat.port"),
            (#"{"localchat": {"controlToken": "short"}}"#, "localchat.controlToken"),
            (#"{"hour": "19:00", "hour.x": 1}"#, "hour.x"),
        ])
    func wrongValue(text: String, key: String) async throws {
        let mistakes = await mistakes(try folder.write(text), Self.withToken)
        #expect(mistakes.map(\.place) == ["\(key) in the config file"])
    }

    @Test(
        "right ones",
        arguments: [
            #"{"telegram": {"baseURL": "http://127.0.0.1:8081"}}"#,
            #"{"telegram": {"proxy": "http://proxy.example:3128"}}"#,
            #"{"telegram": {"proxy": "https://me:secret@proxy.example:3128"}}"#,
            #"{"telegram": {"proxy": "socks5h://[::1]:9050"}}"#,
            #"{"zone": "UTC"}"#, #"{"telegram": {"pollSeconds": 25.0}}"#, #"{}"#,
        ])
    func rightValue(text: String) async throws {
        #expect(await mistakes(try folder.write(text), Self.withToken) == [])
    }

    @Test("a file that is no JSON: the line is told, the text is not")
    func noJSON() async throws {
        let mistakes = await mistakes(
            try folder.write("{\n  \"hour\": \"19:00\"\n  CANARY\n}"), Self.withToken)
        #expect(mistakes.map(\.place) == ["the config file"])
        #expect(mistakes[0].expected.contains("not JSON (line 3)"))
        #expect(!mistakes[0].description.contains("CANARY"))
    }

    @Test("a file that is missing, a folder, or no object")
    func noFile() async throws {
        for path in ["\(folder.path)/none.json", folder.path, try folder.write("[1]")] {
            #expect(await mistakes(path, [:]).map(\.place) == ["the config file"])
        }
    }

    @Test("a key that may be a token is not shown")
    func strangeKey() async throws {
        let mistakes = await mistakes(
            try folder.write(#"{"\#(SettingsFolder.token)": true}"#), Self.withToken)
        #expect(mistakes.map(\.place) == ["a key in the config file"])
    }

    @Test("settings that contradict each other")
    func contradictions() async throws {
        let both = await mistakes(
            nil, Self.withToken.merging(["TALKABOUTIT_TELEGRAM_TOKEN_FILE": "/x"]) { $1 })
        #expect(both.map(\.place) == ["TALKABOUTIT_TELEGRAM_TOKEN"])
        let inside = await mistakes(
            try folder.write(#"{"data": "/srv/tai", "keys": "/srv/tai/../tai/keys"}"#),
            Self.withToken)
        #expect(inside.map(\.place) == ["keys"])
        let rounds = await mistakes(
            try folder.write(#"{"data": "/srv/tai", "rounds": "/srv/tai/rounds"}"#),
            Self.withToken)
        #expect(rounds.map(\.place) == ["rounds"])
        let proxied = await mistakes(
            nil,
            Self.withToken.merging([
                "TALKABOUTIT_TELEGRAM_BASE_URL": "http://localhost:1",
                "TALKABOUTIT_TELEGRAM_PROXY": "http://localhost:2",
            ]) { $1 })
        #expect(proxied.map(\.place) == ["telegram.proxy"])
        let twice = await mistakes(
            try folder.write(#"{"log": {"level": "info"}, "log.level": "debug"}"#), Self.withToken)
        #expect(twice.map(\.place) == ["log.level in the config file"])
    }

    @Test("a token is needed by the daemon only, and a token file must hold one")
    func tokens() async throws {
        let none = await mistakes(nil, [:])
        #expect(none.map(\.place) == ["telegram.token"])
        #expect(none[0].description.contains("@BotFather"))
        let empty = try folder.write("no token", to: "token")
        for path in [empty, "\(folder.path)/none", folder.path] {
            let mistakes = await mistakes(nil, ["TALKABOUTIT_TELEGRAM_TOKEN_FILE": path])
            #expect(mistakes.map(\.place) == ["telegram.tokenFile"])
        }
        await #expect(throws: SettingsMistakes.self) {
            try await Settings.read(configFile: nil, environment: [:])
        }
    }

    private static let withToken = ["TALKABOUTIT_TELEGRAM_TOKEN": SettingsFolder.token]

    private func mistakes(_ config: String?, _ environment: [String: String]) async -> [Mistake] {
        await Settings.draft(configFile: config, environment: environment).mistakes
    }
}
