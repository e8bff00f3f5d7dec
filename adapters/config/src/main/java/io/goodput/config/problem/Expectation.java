package io.goodput.config.problem;

/**
 * What a text should be, and the refusal of one that is not.
 *
 * @param expected what it should be: "a rate such as 40/s"
 */
public record Expectation(String expected) {

    /** To throw: {@code text: problem (expected: …)}. */
    public IllegalArgumentException unmet(String text, String problem) {
        return new IllegalArgumentException(Echo.of(text) + ": " + problem + " (expected: " + expected + ")");
    }
}
