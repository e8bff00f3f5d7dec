package io.goodput.lab.text;

/** The characters a terminal gets: never a control character, and nothing beyond ASCII where it cannot show it. */
enum Glyphs {
    UNICODE("▁▂▃▄▅▆▇█", "│", "└", "─", "▀", "═", "✓", "✗", "?"),
    ASCII(".:-=+*#@", "|", "+", "-", "^", "=", "ok", "FAILS", "?");

    /** From next to nothing to full. */
    final String levels;

    final String wall;
    final String corner;
    final String floor;
    final String disturbed;
    final String settled;
    final String holds;
    final String fails;
    final String unjudged;

    Glyphs(
            String levels,
            String wall,
            String corner,
            String floor,
            String disturbed,
            String settled,
            String holds,
            String fails,
            String unjudged) {
        this.levels = levels;
        this.wall = wall;
        this.corner = corner;
        this.floor = floor;
        this.disturbed = disturbed;
        this.settled = settled;
        this.holds = holds;
        this.fails = fails;
        this.unjudged = unjudged;
    }

    static Glyphs of(Screen screen) {
        return screen.unicode() ? UNICODE : ASCII;
    }

    /** Text of a scenario or of ours, safe to print: an escape sequence in a name would act on the terminal. */
    String text(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isWhitespace(point)) {
                safe.append(' ');
            } else if (unprintable(point)) {
                safe.append('?');
            } else if (this == UNICODE || point < 0x7f) {
                safe.appendCodePoint(point);
            } else {
                safe.append(plain(point));
            }
        });
        return safe.toString();
    }

    /** Format characters go too: they turn the direction of a line around. */
    private static boolean unprintable(int point) {
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
            case '≤' -> "<=";
            case '≥' -> ">=";
            case '“', '”' -> "\"";
            case '‘', '’' -> "'";
            case '\u00a0' -> " ";
            default -> "?";
        };
    }
}
