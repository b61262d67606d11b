import CCurl

/// A date as HTTP writes it, `Fri, 15 Jan 2027 08:00:00 GMT` (RFC 9110, section 5.6.7).
package enum HTTPDate {
    /// Seconds since 1970; nil for what is no date.
    package static func seconds(of text: String) -> Double? {
        let time = curl_getdate(text, nil)
        return time > 0 ? Double(time) : nil
    }
}
