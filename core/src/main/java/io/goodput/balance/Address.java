package io.goodput.balance;

/**
 * Where an endpoint is.
 *
 * @param name tells it from all others: {@code 10.0.0.7:8080}; not blank
 * @param zone the failure domain that it is in; empty where there are none
 */
public record Address(String name, String zone) {
    /** Refuses a blank name. */
    public Address {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: \"" + name + "\" (expected: not blank)");
        }
    }

    /** An address without a zone. */
    public static Address of(String name) {
        return new Address(name, "");
    }
}
