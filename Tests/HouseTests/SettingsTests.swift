import Dialogue
import Foundation
import Messenger
import Telegram
import Testing

@testable import talkaboutit

@Suite("Settings")
struct SettingsTests {
    private let folder: SettingsFolder

    init() throws { folder = try SettingsFolder() }

    @Test("with a token alone, everything else is as usual")
    func usual() async throws {
        let settings = try await Settings.read(
            configFile: nil, environment: ["TALKABOUTIT_TELEGRAM_TOKEN": SettingsFolder.token])
        let here = FileManager.default.currentDirectoryPath
        #expect(settings.data == "\(here)/data")
        #expect(settings.keys == "\(here)/data.keys")
        #expect(settings.rounds == nil)
        #expect(settings.telegram.token != nil)
        #expect(settings.telegram.server == .telegram)
        #expect(!settings.telegram.deleteWebhook)
        #expect(settings.telegram.proxy == nil)
        #expect(settings.telegram.sendsPerSecond == 25)
        #expect(settings.telegram.pollSeconds == 50)
        #expect(settings.host.name == nil)
        #expect(settings.host.role == .partner)
        #expect(!settings.zone.isEmpty)
        #expect(settings.hour == LocalTime(hour: 19, minute: 0))
        #expect(settings.language == "en")
        #expect("\(settings.logLevel)" == "info")
        #expect(settings.localChat.port == 8765)
        #expect(settings.localChat.token == nil)
        #expect(settings.localChat.controlToken == nil)
        #expect(settings.warnings.isEmpty)
    }

    @Test("every setting can be given in the file")
    func file() async throws {
        let settings = try await Settings.read(
            configFile: folder.write(Self.everything), environment: [:])
        try expectEverything(settings)
    }

    @Test("every setting can be given by the environment")
    func environment() async throws {
        let variables = [
            "DATA": "/srv/tai/", "KEYS": "/srv/keys", "ROUNDS": "/srv/rounds/",
            "TELEGRAM_TOKEN": SettingsFolder.token,
            "TELEGRAM_BASE_URL": "https://bots.example/x", "TELEGRAM_TEST_ENVIRONMENT": "true",
            "TELEGRAM_DELETE_WEBHOOK": "true", "TELEGRAM_PROXY": "socks5h://127.0.0.1:9050",
            "TELEGRAM_SENDS_PER_SECOND": "0", "TELEGRAM_POLL_SECONDS": "3", "HOST_NAME": "Zoë",
            "HOST_ROLE": "other", "ZONE": "Asia/Kolkata", "HOUR": "7:05", "LANGUAGE": "en",
            "LOG_LEVEL": "debug", "LOCALCHAT_PORT": "0",
            "LOCALCHAT_TOKEN": SettingsFolder.token,
            "LOCALCHAT_CONTROL_TOKEN": "control-token-of-16",
        ]
        let settings = try await Settings.read(
            configFile: nil,
            environment: Dictionary(
                uniqueKeysWithValues: variables.map { ("TALKABOUTIT_\($0.key)", $0.value) }))
        try expectEverything(settings)
    }

    @Test("the environment has the last word; a variable set to nothing says nothing")
    func precedence() async throws {
        let settings = try await Settings.read(
            configFile: folder.write(Self.everything),
            environment: [
                "TALKABOUTIT_TELEGRAM_POLL_SECONDS": "9", "TALKABOUTIT_HOST_NAME": "",
                "TALKABOUTIT_TELEGRAM_DELETE_WEBHOOK": "false", "PATH": "/bin",
                "TALKABOUTIT_BINARY": "/somewhere",
            ])
        #expect(settings.telegram.pollSeconds == 9)
        #expect(!settings.telegram.deleteWebhook)
        #expect(settings.host.name == "Zoë")
    }

    @Test("the variables are spelled as the library looks them up")
    func spelling() async throws {
        for setting in Setting.all {
            let wrong = await Settings.draft(
                configFile: nil, environment: [setting.variable: "~\u{1}"]
            ).mistakes
            #expect(wrong.contains { $0.place == setting.variable }, "\(setting.key)")
        }
        #expect(Set(Setting.all.map(\.variable)).count == Setting.all.count)
    }

    @Test("a token can lie in a file, and the environment's kind of token wins")
    func tokenFile() async throws {
        let path = try folder.write(SettingsFolder.token + "\n", to: "token")
        let fromFile = try await Settings.read(
            configFile: folder.write(#"{"telegram": {"tokenFile": "\#(path)"}}"#), environment: [:])
        #expect(fromFile.telegram.token != nil)
        #expect(fromFile.warnings.isEmpty)
        let overridden = try await Settings.read(
            configFile: folder.write(#"{"telegram": {"tokenFile": "/nowhere"}}"#),
            environment: ["TALKABOUTIT_TELEGRAM_TOKEN": SettingsFolder.token])
        #expect(overridden.telegram.token != nil)
    }

    @Test("files with a token in them that others may read are warned of")
    func openFiles() async throws {
        let path = try folder.write(SettingsFolder.token, to: "token", mode: 0o644)
        let byFile = try await Settings.read(
            configFile: nil, environment: ["TALKABOUTIT_TELEGRAM_TOKEN_FILE": path])
        #expect(byFile.warnings.count == 1 && byFile.warnings[0].contains("chmod 600"))
        let config = try folder.write(Self.everything, mode: 0o640)
        let settings = try await Settings.read(configFile: config, environment: [:])
        #expect(settings.warnings.count == 1 && settings.warnings[0].contains("chmod 600"))
        let harmless = try folder.write(#"{"hour": "18:00"}"#, mode: 0o644)
        let open = try await Settings.read(
            configFile: harmless, environment: ["TALKABOUTIT_TELEGRAM_TOKEN": SettingsFolder.token])
        #expect(open.warnings.isEmpty)
    }

    @Test("a trial needs no token and lives in folders of its own")
    func trial() async throws {
        var settings = try await Settings.read(
            configFile: nil, environment: ["TALKABOUTIT_DATA": "/srv/tai"], for: .trial)
        #expect(settings.telegram.token == nil)
        #expect(settings.forTrial.data == "/srv/tai.trial")
        #expect(settings.forTrial.keys == "/srv/tai.trial.keys")
        settings.keys = "/srv/keys"
        #expect(settings.forTrial.keys == "/srv/keys.trial")
    }

    private func expectEverything(_ settings: Settings) throws {
        #expect(settings.data == "/srv/tai")
        #expect(settings.keys == "/srv/keys")
        #expect(settings.rounds == "/srv/rounds")
        #expect(settings.telegram.token != nil)
        #expect(
            try settings.telegram.server
                == BotServer("https://bots.example/x", testEnvironment: true))
        #expect(settings.telegram.deleteWebhook)
        #expect(settings.telegram.proxy == Hushed("socks5h://127.0.0.1:9050"))
        #expect(settings.telegram.sendsPerSecond == 0)
        #expect(settings.telegram.pollSeconds == 3)
        #expect(settings.host.name == "Zoë")
        #expect(settings.host.role == .other)
        #expect(settings.zone == "Asia/Kolkata")
        #expect(settings.hour == LocalTime(hour: 7, minute: 5))
        #expect("\(settings.logLevel)" == "debug")
        #expect(settings.localChat.port == 0)
        #expect(settings.localChat.token == Hushed(SettingsFolder.token))
        #expect(settings.localChat.controlToken == Hushed("control-token-of-16"))
    }

    private static let everything = """
        {
          "data": "/srv/tai/", "keys": "/srv/keys", "rounds": "/srv/rounds",
          "telegram": {
            "token": "\(SettingsFolder.token)", "tokenFile": null,
            "baseURL": "https://bots.example/x", "testEnvironment": true, "deleteWebhook": true,
            "proxy": "socks5h://127.0.0.1:9050", "sendsPerSecond": 0, "pollSeconds": 3
          },
          "host": {"name": "Zoë", "role": "other"},
          "zone": "Asia/Kolkata", "hour": "7:05", "language": "en", "log": {"level": "debug"},
          "localchat": {
            "port": 0, "token": "\(SettingsFolder.token)",
            "controlToken": "control-token-of-16"
          }
        }
        """
}
