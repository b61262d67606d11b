extension String {
    /// The text without control characters that do harm further on (NUL ends C strings, an escape
    /// steers terminals). Line feeds and tabs stay; a carriage return goes.
    package var withoutControls: String {
        var kept = UnicodeScalarView()
        kept.append(contentsOf: unicodeScalars.filter { !$0.isHarmfulControl })
        return String(kept)
    }

    /// The same on one line: line feeds and tabs become spaces.
    package var onOneLine: String {
        String(withoutControls.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}

extension Unicode.Scalar {
    fileprivate var isHarmfulControl: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0: true
        // not our enum
        default: false
        }
    }
}
