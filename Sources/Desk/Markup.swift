import Foundation

extension String {
    /// As text in a page or a quoted attribute: nothing in it is read as markup, and no character
    /// is there that a page mustn't hold.
    var escaped: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "\n", "\t": result.append(scalar)
            // not our enum
            default:
                guard scalar.properties.generalCategory != .control else { continue }
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// As a string of a JSON document, in quotes.
    var quoted: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        // A string always encodes; an empty one would only ever mean our bug.
        let data = (try? encoder.encode(self)) ?? Data("\"\"".utf8)
        return String(decoding: data, as: UTF8.self)
    }
}

/// What every page that is handed out begins with: it needs nothing and asks nobody for anything.
enum Markup {
    static func head(language: String, title: String, policy: String, style: String) -> String {
        """
        <!doctype html>
        <html lang="\(language.escaped)">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>\(title.escaped)</title>
        <style>\(style)</style>
        </head>
        <body>
        <main>

        """
    }
}

enum Base64 {
    static func text(of bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
