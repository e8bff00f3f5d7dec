package io.goodput.telemetry;

/**
 * How much of something there is: {@code Quantity.named("basket-cents")}. A whole number, in a unit so small that it
 * needs no fraction, and that its name tells. Written as how often, the sum, the least and the greatest.
 */
public final class Quantity extends DeclaredName {
    private Quantity(String name) {
        super("quantity", name);
    }

    /**
     * Under this name.
     *
     * @throws IllegalArgumentException if it has anything in it but letters, digits, {@code .}, {@code _} and
     *     {@code -}, or more than 128 of them
     */
    public static Quantity named(String name) {
        return new Quantity(name);
    }
}
