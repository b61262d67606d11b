import Foundation

/// The page's files, read once and served from memory.
struct PageRoutes: Sendable {
    private let files: [String: (type: String, bytes: [UInt8])]

    /// - Throws: if the page's folder can't be read.
    init() throws {
        var files: [String: (type: String, bytes: [UInt8])] = [:]
        let folder = Bundle.module.bundleURL.appendingPathComponent("Page")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        for name in names {
            let type = Self.types[(name as NSString).pathExtension]
            guard let type else { continue }
            let data = try Data(contentsOf: folder.appendingPathComponent(name))
            files["/" + name] = (type, Array(data))
        }
        files["/"] = files["/index.html"]
        self.files = files
    }

    /// Nil if there is no such file.
    func reply(to petition: Petition) -> Reply? {
        guard petition.method == "GET",
            let file = files[petition.path]
        else { return nil }
        return Reply(
            type: file.type, headers: Self.headers,
            body: file.bytes)
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    /// Nothing from elsewhere, nothing inline, no frame around it.
    private static let headers: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
                + "media-src blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                + "frame-ancestors 'none'"
        ),
        ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)"),
    ]
}
