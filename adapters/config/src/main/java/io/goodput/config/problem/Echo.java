package io.goodput.config.problem;

/**
 * What the user wrote, made safe to repeat in a message: a terminal must not obey it, a log line must stay one line,
 * and a long value must not bury the explanation.
 */
public final class Echo {
    private static final int MAX_LENGTH = 60;

    private Echo() {}

    /** The text with control characters escaped, cut after 60 characters with {@code …} in place of the rest. */
    public static String of(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_LENGTH) {
            return escaped(text);
        }
        return escaped(text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH))) + "…";
    }

    /**
     * The whole text with control, formatting and unpaired surrogate characters written as {@code \n} or
     * {@code \u001b}.
     */
    public static String escaped(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> append(out, codePoint);
            }
        });
        return out.toString();
    }

    private static void append(StringBuilder out, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> out.append("\\u%04x".formatted(codePoint));
            default -> out.appendCodePoint(codePoint);
        }
    }
}
