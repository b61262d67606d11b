import CPango
import Foundation

/// Where pictures are set and drawn, one at a time.
///
/// Cairo shares fonts between threads and, in the version Debian 12 has, crashes when many of them
/// draw text. So all work with its objects, to the last release, is done inside of `alone`.
enum Press {
    private static let lock = NSLock()

    /// One for all threads: a thread's own would be freed at its end, beside another's work.
    nonisolated(unsafe) static let fonts = pango_cairo_font_map_new()

    /// Does something while no one else is at it. Not to be nested.
    static func alone<Result, Fault: Error>(
        _ work: () throws(Fault) -> Result
    ) throws(Fault) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try work()
    }
}
