package io.goodput.config;

/**
 * Why a text is not what it should be.
 *
 * @param expected what it should be: "a rate such as 40/s"
 */
record Refusal(String expected) {

    /** To throw: {@code text: problem (expected: …)}. */
    IllegalArgumentException of(String text, String problem) {
        return new IllegalArgumentException(Echo.of(text) + ": " + problem + " (expected: " + expected + ")");
    }
}
