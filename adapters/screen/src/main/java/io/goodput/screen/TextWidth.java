package io.goodput.screen;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Text measured in the columns of a terminal: most characters take one, those of East Asia and pictures two, accents
 * none.
 */
public final class TextWidth {
    private static final int FIRST_ACCENT = 0x300;
    private static final int FIRST_PICTURE = 0x1F300;
    private static final int FIRST_FULL = 0xFF00;
    private static final int LAST_FULL = 0xFF60;

    private TextWidth() {}

    /** How many columns it takes. */
    public static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int point) {
        if (point < FIRST_ACCENT) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> point >= FIRST_PICTURE || isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        return (point >= FIRST_FULL && point <= LAST_FULL)
                || UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(UnicodeBlock.of(point));
    }

    /** Filled up with spaces behind it; what is too long stays as it is. */
    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The same with the spaces before it. */
    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }

    /** The text if it fits, otherwise its beginning and what stands for the rest. */
    public static String fit(String text, int width, String rest) {
        if (of(text) <= width) {
            return text;
        }
        var kept = new StringBuilder();
        int used = of(rest);
        for (int point : text.codePoints().toArray()) {
            used += of(point);
            if (used > width) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept + rest;
    }

    /** Lines no wider than asked, broken at spaces; a word that is wider still is left whole. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.strip().split(" +", -1)) {
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
