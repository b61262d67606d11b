import CCurl
import CCurlShim
import Messenger

/// One of libcurl's easy handles with all that must live as long as it does.
///
/// Belongs to the loop's thread. An option that libcurl does not take makes the whole request
/// `.invalid`: better no request than one without, say, its certificate check.
final class EasyHandle {
    let raw: UnsafeMutableRawPointer
    private var headers: UnsafeMutablePointer<curl_slist>?
    private var mime: OpaquePointer?

    init() throws(HTTPFault) {
        guard let raw = curl_easy_init() else {
            throw .notConnected(code: Int(CURLE_OUT_OF_MEMORY.rawValue))
        }
        self.raw = raw
    }

    deinit {
        curl_easy_cleanup(raw)
        curl_mime_free(mime)
        curl_slist_free_all(headers)
    }

    func set(_ option: CURLoption, _ value: Int) throws(HTTPFault) {
        try check(curlshim_set_long(raw, option, value))
    }

    func set(_ option: CURLoption, _ value: String?) throws(HTTPFault) {
        try check(curlshim_set_string(raw, option, value))
    }

    /// The context handed to the callback of the same name. It must outlive this handle.
    func set(_ option: CURLoption, context: UnsafeMutableRawPointer) throws(HTTPFault) {
        try check(curlshim_set_context(raw, option, context))
    }

    func set(
        _ option: CURLoption, callback: @escaping curlshim_data_callback
    ) throws(HTTPFault) {
        try check(curlshim_set_data_callback(raw, option, callback))
    }

    func set(prereq callback: @escaping curl_prereq_callback) throws(HTTPFault) {
        try check(curlshim_set_prereq_callback(raw, callback))
    }

    func setBody(_ bytes: [UInt8]) throws(HTTPFault) {
        let code = bytes.withUnsafeBytes {
            curlshim_set_body(raw, $0.baseAddress, curl_off_t($0.count))
        }
        try check(code)
    }

    func setMultipart(_ fields: [HTTPRequest.Field]) throws(HTTPFault) {
        guard let mime = curl_mime_init(raw) else { throw .invalid }
        self.mime = mime
        for field in fields {
            guard let part = curl_mime_addpart(mime) else { throw .invalid }
            try check(curl_mime_name(part, field.name))
            let code = field.bytes.withUnsafeBytes {
                curlshim_set_part(part, $0.baseAddress, $0.count)
            }
            try check(code)
            if let fileName = field.fileName { try check(curl_mime_filename(part, fileName)) }
            if let type = field.contentType { try check(curl_mime_type(part, type)) }
        }
        try check(curlshim_set_mime(raw, mime))
    }

    /// Sets the header lines as libcurl writes them: `Name: value`, `Name;` for an empty value,
    /// `Name:` to leave out one of libcurl's own.
    func setHeaders(_ lines: [String]) throws(HTTPFault) {
        for line in lines {
            guard let longer = curl_slist_append(headers, line) else { throw .invalid }
            headers = longer
        }
        try check(curlshim_set_headers(raw, headers))
    }

    func read(_ info: CURLINFO) -> Int {
        var value = 0
        let code = curlshim_get_long(raw, info, &value)
        assert(code == CURLE_OK)
        return value
    }

    private func check(_ code: CURLcode) throws(HTTPFault) {
        if code != CURLE_OK { throw .invalid }
    }
}
