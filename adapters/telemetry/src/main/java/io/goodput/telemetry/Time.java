package io.goodput.telemetry;

/** How long something takes: {@code Time.named("render")}. Written as how often, how long together, and the longest. */
public final class Time extends DeclaredName {
    private Time(String name) {
        super("time", name);
    }

    /**
     * Under this name.
     *
     * @throws IllegalArgumentException if it has anything in it but letters, digits, {@code .}, {@code _} and
     *     {@code -}, or more than 128 of them
     */
    public static Time named(String name) {
        return new Time(name);
    }
}
