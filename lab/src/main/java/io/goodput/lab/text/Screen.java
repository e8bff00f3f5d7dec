package io.goodput.lab.text;

/**
 * What a terminal can show.
 *
 * @param columns characters in a line
 * @param colour whether ANSI colours are understood
 * @param unicode whether characters beyond ASCII are
 */
public record Screen(int columns, boolean colour, boolean unicode) {
    /** Refuses a screen too narrow for a variant and one figure. */
    public Screen {
        if (columns < 40) {
            throw new IllegalArgumentException("columns: " + columns + " (expected: >= 40)");
        }
    }
}
