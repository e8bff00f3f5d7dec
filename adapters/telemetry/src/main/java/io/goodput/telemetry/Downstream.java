package io.goodput.telemetry;

/** A service, a database, a disk that work depends on. Its name is that of its guard, if it has one. */
public final class Downstream extends DeclaredName {
    private Downstream(String name) {
        super("dependency", name);
    }

    /**
     * Under this name.
     *
     * @throws IllegalArgumentException if it has anything in it but letters, digits, {@code .}, {@code _} and
     *     {@code -}, or more than 128 of them
     */
    public static Downstream named(String name) {
        return new Downstream(name);
    }
}
