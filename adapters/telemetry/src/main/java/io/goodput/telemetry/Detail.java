package io.goodput.telemetry;

/**
 * What a request is about: text, a number, or true or false; of what is told several times, the latest. It may be told
 * before it was validated, whatever it is: it is made harmless and short where it is written.
 *
 * <p>{@code Detail.named("card-number").secret()}: only a digest of it is written, by which equal ones can be told.
 */
public final class Detail extends DeclaredName {
    private final boolean secret;

    private Detail(String name, boolean secret) {
        super("detail", name);
        this.secret = secret;
    }

    /**
     * Under this name.
     *
     * @throws IllegalArgumentException if it has anything in it but letters, digits, {@code .}, {@code _} and
     *     {@code -}, or more than 128 of them
     */
    public static Detail named(String name) {
        return new Detail(name, false);
    }

    /** One of the same name that nobody is to read: a digest is written, made with a key; nothing without a key. */
    public Detail secret() {
        return new Detail(name(), true);
    }

    /** Whether nobody is to read it. */
    public boolean isSecret() {
        return secret;
    }
}
