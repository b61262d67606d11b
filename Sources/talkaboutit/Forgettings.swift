import Desk
import Foundation
import Logging
import Store

/// Carries out again what was forgotten since a backup was made, in the restored folder that no
/// daemon can find yet. Where the keys aren't put back yet, the next start does it, before it hears
/// anything.
///
/// - Throws: what a person must do, as a ``Stop``.
func finishForgettings(_ settings: Settings, log: Logger, in beside: String) async throws {
    guard FileManager.default.fileExists(atPath: settings.keys) else { return }
    var places = settings.places
    places.data = beside
    do {
        let folder = try DataFolder(places)
        let desk = try HostsAct(settings: settings, log: log).desk(on: folder)
        try await desk.finishForgetting()
        try await desk.close()
    } catch let fault as StoreFault {
        throw Stop(fault)
    } catch let fault as KeyringFault {
        throw Stop(fault)
    }
}
