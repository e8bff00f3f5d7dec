package io.goodput.lab.text;

/** Colours of a terminal, or none: then text stays as it is, and nothing is said by colour alone. */
record Ink(boolean colour) {
    String strong(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String good(String text) {
        return paint("32", text);
    }

    String bad(String text) {
        return paint("31", text);
    }

    String open(String text) {
        return paint("33", text);
    }

    private String paint(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
