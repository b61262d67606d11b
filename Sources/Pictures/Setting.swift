import CPango

/// How Pango is asked to set a text, in the one size that everything is set in.
struct Setting {
    static let size = 40.0

    private let style: TextStyle
    private let width: Double
    /// Pango's unit, in pixels of the sheet.
    private let unit: Double

    init(_ style: TextStyle, width: Double) {
        self.style = style
        self.width = width
        unit = style.size / Self.size / Double(PANGO_SCALE)
    }

    func layout(of text: String, boldBytes: Int) -> OpaquePointer? {
        let context = Self.context(for: text)
        let layout = pango_layout_new(context)
        g_object_unref(UnsafeMutableRawPointer(context))
        let font = pango_font_description_new()
        pango_font_description_set_family(font, style.families)
        pango_font_description_set_absolute_size(font, Self.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(
            font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        let attributes = pango_attr_list_new()
        pango_attr_list_insert(
            attributes, pango_attr_line_height_new_absolute(Int32(style.lineHeight / unit)))
        if boldBytes > 0, let weight = pango_attr_weight_new(PANGO_WEIGHT_BOLD) {
            weight.pointee.start_index = 0
            weight.pointee.end_index = guint(boldBytes)
            pango_attr_list_insert(attributes, weight)
        }
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        pango_layout_set_width(layout, Int32(width / unit))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        switch style.alignment {
        case .start: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
        case .middle: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        }
        return layout
    }

    /// One that sets the same everywhere: no hints, no screen's resolution, no locale.
    private static func context(for text: String) -> OpaquePointer? {
        let context = pango_font_map_create_context(Press.fonts)
        let options = cairo_font_options_create()
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_cairo_context_set_resolution(context, 96)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string(language(of: text)))
        return context
    }

    /// Tells the forms of Han letters apart, where the machine has fonts for more than one.
    private static func language(of text: String) -> String {
        for scalar in text.unicodeScalars {
            if (0x3040...0x30FF).contains(scalar.value) { return "ja" }
            if (0xAC00...0xD7AF).contains(scalar.value) { return "ko" }
        }
        return "und"
    }

    func lines(of layout: OpaquePointer?, in bytes: [UInt8]) -> [TextBlock.Line] {
        guard !bytes.isEmpty, let iterator = pango_layout_get_iter(layout) else { return [] }
        defer { pango_layout_iter_free(iterator) }
        var lines: [TextBlock.Line] = []
        repeat {
            guard let line = pango_layout_iter_get_line_readonly(iterator) else { continue }
            var logical = PangoRectangle()
            pango_layout_iter_get_line_extents(iterator, nil, &logical)
            let start = min(max(0, Int(line.pointee.start_index)), bytes.count)
            let end = min(start + max(0, Int(line.pointee.length)), bytes.count)
            lines.append(
                TextBlock.Line(
                    text: String(decoding: bytes[start..<end], as: UTF8.self),
                    start: Double(logical.x) * unit,
                    end: Double(logical.x + logical.width) * unit,
                    baseline: Double(pango_layout_iter_get_baseline(iterator)) * unit,
                    runsLeft: pango_layout_line_get_resolved_direction(line)
                        == PANGO_DIRECTION_RTL,
                    offset: start))
        } while pango_layout_iter_next_line(iterator) != 0
        return lines
    }
}
