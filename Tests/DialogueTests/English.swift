import Curriculum

/// What is listened for in English, read once for all sentences.
enum English {
    static let hearing = Result { try Hearing.builtIn() }
}
