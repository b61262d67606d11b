import Testing

@testable import Matrix

/// Commands, where most clients keep the slash for themselves.
@Suite struct CommandsTests {
    private let commands = Commands(["today", "safe"])

    @Test(arguments: [
        ("/today shows what there is.", "!today shows what there is."),
        ("Under /safe, or /today.", "Under !safe, or !today."),
        ("and/today", "and/today"), ("https://t.me/today", "https://t.me/today"),
        ("/todays", "/todays"), ("(/today)", "(!today)"), ("/", "/"), ("/tomorrow", "/tomorrow"),
    ])
    func `in what the bot says`(text: String, typeable: String) {
        #expect(commands.typeable(text) == typeable)
    }

    @Test(arguments: [
        ("!today", "/today"), ("!Today now", "/Today now"), ("!tomorrow", "!tomorrow"),
        ("/today", "/today"), ("! today", "! today"), ("today!", "today!"),
    ])
    func `in what people type`(text: String, plain: String) {
        #expect(commands.plain(text) == plain)
    }
}
