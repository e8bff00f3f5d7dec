package io.goodput.lab.print;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Text measured in the columns of a terminal: most characters take one, ideographs two, accents none. */
public final class TextWidth {
    private static final int EMOJI = 0x1F300;

    private TextWidth() {}

    public static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int point) {
        var type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> point >= EMOJI ? 2 : 1;
        };
    }

    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }

    /** The text if it fits, otherwise its beginning and what stands for the rest. */
    public static String fit(String text, int width, String rest) {
        if (of(text) <= width) {
            return text;
        }
        var points = text.codePoints().toArray();
        var kept = new StringBuilder();
        for (var i = 0; i < points.length && of(kept.toString()) + of(points[i]) + rest.length() <= width; i++) {
            kept.appendCodePoint(points[i]);
        }
        return kept + rest;
    }

    /** Lines no wider than asked, broken at spaces; a word that is wider still is left whole. */
    public static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split(" +", -1)) {
            if (!line.isEmpty() && of(line.toString()) + 1 + of(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
