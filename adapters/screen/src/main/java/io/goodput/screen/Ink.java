package io.goodput.screen;

/**
 * Colours of a terminal, or none: then text stays as it is, and nothing is said by colour alone.
 *
 * @param colour whether there are any
 */
public record Ink(boolean colour) {
    /** What counts most. */
    public String strong(String text) {
        return paint("1", text);
    }

    /** What stands behind. */
    public String faint(String text) {
        return paint("2", text);
    }

    /** What holds. */
    public String good(String text) {
        return paint("32", text);
    }

    /** What does not. */
    public String bad(String text) {
        return paint("31", text);
    }

    /** What is not known. */
    public String open(String text) {
        return paint("33", text);
    }

    private String paint(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
