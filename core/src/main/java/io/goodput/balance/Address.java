package io.goodput.balance;

import io.goodput.bounds.Expected;

/**
 * Where an endpoint is.
 *
 * @param name tells it from all others: {@code 10.0.0.7:8080}; not blank
 * @param zone the failure domain that it is in; empty where there are none
 */
public record Address(String name, String zone) {
    /** Refuses a blank name. */
    public Address {
        Expected.notBlank("name", name);
    }

    /** An address without a zone. */
    public static Address of(String name) {
        return new Address(name, "");
    }
}
