import Curriculum
import Foundation

/// All content of this installation: the program's rounds, and those of the host's own folder.
///
/// - Throws: everything that is wrong with it, as a ``Stop``.
func content(_ settings: Settings) throws -> Curriculum {
    do throws(CurriculumFaults) {
        return try Curriculum.builtIn(hosts: settings.rounds.map { URL(filePath: $0) })
    } catch {
        throw Stop(
            "Nothing was started. These rounds can't be asked as they are written:\n\(error)")
    }
}
