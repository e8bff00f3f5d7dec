package io.goodput.logs.text;

import java.lang.Character.UnicodeScript;

/** Text measured in columns of a terminal: most characters take one, ideographs and pictures two, accents none. */
final class Columns {
    private static final int PICTURES = 0x1F300;

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> point >= PICTURES ? 2 : 1;
        };
    }

    /** Exactly so many columns: filled up with spaces, or shortened, which the last of them then says. */
    static String left(String text, int columns, TextScreen screen) {
        if (of(text) <= columns) {
            return text + " ".repeat(columns - of(text));
        }
        var kept = new StringBuilder();
        int used = 0;
        for (int point : text.codePoints().toArray()) {
            if (used + of(point) > columns - 1) {
                break;
            }
            kept.appendCodePoint(point);
            used += of(point);
        }
        return kept + screen.safe("…") + " ".repeat(Math.max(0, columns - used - 1));
    }

    /** The same to the right; what is too long stays as it is. */
    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text))) + text;
    }
}
