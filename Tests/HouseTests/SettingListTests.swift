import ArgumentParser
import Foundation
import Testing

@testable import talkaboutit

@Suite("The list of settings")
struct SettingListTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("every example in the list is a right value")
    func examples() {
        for setting in Setting.all {
            let value: JSONNode =
                switch setting.kind {
                case .text: .text(setting.example)
                case .number: .number(Int(setting.example))
                case .truth: .truth(setting.example == "true")
                }
            // The token's example shows where it goes; a real one would be a secret.
            guard ![Setting.token.key, Setting.localChatToken.key].contains(setting.key) else {
                #expect(!setting.takes(.text("")))
                continue
            }
            #expect(setting.takes(value), "\(setting.key)")
        }
    }

    @Test("the example file names every setting of the daemon, and only its token is to be put in")
    func exampleFile() throws {
        let path = Self.root.appending(path: "config.example.json").path
        let file = ConfigFile(path: path)
        #expect(file.mistakes.map(\.place) == ["telegram.token in the config file"])
        let keys = Setting.all.map(\.key).filter { !$0.hasPrefix("localchat.") }
        #expect(file.values.keys.sorted() == keys.sorted())
    }

    @Test("there is a phrasebook for every language that is taken")
    func languages() throws {
        let texts = Self.root.appending(path: "Sources/Curriculum/Content/texts").path
        let folders = try FileManager.default.contentsOfDirectory(atPath: texts)
        #expect(folders.sorted() == Form.languages.sorted())
    }

    @Test(
        "the README shows this list",
        .enabled(if: FileManager.default.fileExists(atPath: root.appending(path: "README.md").path))
    )
    func readme() throws {
        let text = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        #expect(text.contains(Setting.table), "run `talkaboutit settings` and put its table there")
    }

    @Test("what the library would print of a setting holds no value")
    func hushed() async throws {
        let folder = try SettingsFolder()
        let config = try folder.write(#"{"host": {"name": "CANARY"}}"#)
        let provider = try #require(await ConfigFile(path: config).provider())
        let variables = Variables(["TALKABOUTIT_HOST_NAME": "CANARY"])
        for text in [String(reflecting: provider), String(reflecting: variables.provider)] {
            #expect(!text.contains("CANARY"))
        }
    }

    @Test("the commands parse")
    func commands() throws {
        for (words, type) in [
            (["try", "--port", "0"], TryCommand.self as any ParsableCommand.Type),
            (["run", "--config", "x.json"], RunCommand.self), (["run"], RunCommand.self),
            (["check"], CheckCommand.self), (["localchat", "--port", "1"], LocalChatCommand.self),
            (["settings"], SettingsCommand.self),
        ] {
            let command = try TalkAboutIt.parseAsRoot(words)
            #expect(Swift.type(of: command) == type)
        }
        for words in [["try", "--port", "65536"], ["run", "--port", "1"], ["dance"]] {
            #expect(throws: (any Error).self) { try TalkAboutIt.parseAsRoot(words) }
        }
    }
}
