package io.goodput.page;

import java.util.regex.Pattern;

/** Text made safe for HTML and XML, in content and in quoted attributes alike. */
public final class Markup {
    private static final int REPLACEMENT = 0xFFFD;

    /** {@code 20–25 s} and {@code 0.76–0.86}: most browsers would break them after the dash. */
    private static final Pattern RANGE = Pattern.compile("[0-9.,]*[0-9]–[0-9.,]*[0-9](?: m?s\\b)?");

    private Markup() {}

    /** Text of ours for HTML content, in which a line never ends inside a range of numbers. */
    public static String prose(String text) {
        return RANGE.matcher(escape(text)).replaceAll("<span class=\"range\">$0</span>");
    }

    /** Any text, for content and quoted attributes; what cannot be shown is replaced. */
    public static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isShown(point) ? point : REPLACEMENT);
            }
        });
        return safe.toString();
    }

    /**
     * Neither what XML 1.0 cannot hold, for one such character a parser refuses the whole document; nor other control
     * characters; nor what turns the direction of text around.
     */
    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\t' || point == '\n' || point == '\r';
            case Character.SURROGATE, Character.FORMAT -> false;
            default -> point != 0xFFFE && point != 0xFFFF;
        };
    }
}
