package io.goodput.screen;

/**
 * What a terminal can show.
 *
 * @param columns characters in a line: at least {@value #NARROWEST}
 * @param colour whether ANSI colours are understood
 * @param unicode whether characters beyond ASCII are
 */
public record Screen(int columns, boolean colour, boolean unicode) {
    /** Columns below which nothing fits: a name and one figure. */
    public static final int NARROWEST = 40;

    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String ASCII = ".:-=+*#@";

    /** Refuses a screen on which nothing fits. */
    public Screen {
        if (columns < NARROWEST) {
            throw new IllegalArgumentException("columns: " + columns + " (expected: >= " + NARROWEST + ")");
        }
    }

    /** Its colours. */
    public Ink ink() {
        return new Ink(colour);
    }

    /** The eight marks of a bar, from next to nothing to full. */
    public String levels() {
        return unicode ? BLOCKS : ASCII;
    }

    /** What stands for the rest of a text that is cut, in one column. */
    public String rest() {
        return unicode ? "…" : ".";
    }

    /**
     * Text of anybody, safe to print on one line: an escape sequence in a name would act on the terminal. What it
     * cannot show stands as something alike, or as a question mark.
     */
    public String safe(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isWhitespace(point)) {
                safe.append(' ');
            } else if (acts(point)) {
                safe.append('?');
            } else if (unicode || point < 0x7f) {
                safe.appendCodePoint(point);
            } else {
                safe.append(plain(point));
            }
        });
        return safe.toString();
    }

    /** Control characters, and those of format, which turn the direction of a line around. */
    private static boolean acts(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    private static String plain(int point) {
        return switch (point) {
            case '–', '—', '−' -> "-";
            case '±' -> "+-";
            case '×' -> "x";
            case '…' -> "...";
            case '→' -> "->";
            case 'µ' -> "u";
            case '≤' -> "<=";
            case '≥' -> ">=";
            case '“', '”' -> "\"";
            case '‘', '’' -> "'";
            case '\u00a0' -> " ";
            default -> "?";
        };
    }
}
