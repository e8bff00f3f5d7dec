package io.goodput.telemetry;

/** How often something happens: {@code Count.named("cache-hits")}. Written as a number. */
public final class Count extends DeclaredName {
    private Count(String name) {
        super("count", name);
    }

    /**
     * Under this name.
     *
     * @throws IllegalArgumentException if it has anything in it but letters, digits, {@code .}, {@code _} and
     *     {@code -}, or more than 128 of them
     */
    public static Count named(String name) {
        return new Count(name);
    }
}
