package io.goodput.logs.text;

/**
 * What a terminal can show.
 *
 * @param columns characters in a line: at least 40
 * @param colour whether ANSI colours are understood
 * @param unicode whether characters beyond ASCII are
 */
public record TextScreen(int columns, boolean colour, boolean unicode) {
    /** Refuses a screen on which nothing fits. */
    public TextScreen {
        if (columns < 40) {
            throw new IllegalArgumentException("columns: " + columns + " (expected: >= 40)");
        }
    }

    /** Text as the screen can show it, on one line, without a character that would act on it. */
    String safe(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isWhitespace(point)) {
                safe.append(' ');
            } else if (!acts(point) && (unicode || point < 0x7f)) {
                safe.appendCodePoint(point);
            } else {
                safe.append(acts(point) ? "?" : plain(point));
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
            case 'µ' -> "u";
            case '→' -> "->";
            case '…' -> ".";
            case '×' -> "x";
            case '±' -> "+-";
            case '–', '−' -> "-";
            default -> "?";
        };
    }

    String faint(String text) {
        return paint("2", text);
    }

    String strong(String text) {
        return paint("1", text);
    }

    String bad(String text) {
        return paint("31", text);
    }

    private String paint(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
