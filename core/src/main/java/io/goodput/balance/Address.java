package io.goodput.balance;

import io.goodput.NameRule;
import org.jspecify.annotations.Nullable;

/**
 * Where an endpoint is.
 *
 * @param name tells it from all others: {@code 10.0.0.7:8080}; as {@link NameRule#TEXT} allows
 * @param zone the failure domain that it is in, named likewise; empty where there are none
 */
public record Address(String name, String zone) {
    /** Refuses what is no name. */
    public Address {
        NameRule.TEXT.check("name", name);
        checkZone(zone);
    }

    private static void checkZone(@Nullable String zone) {
        if (zone == null || !zone.isEmpty()) {
            NameRule.TEXT.check("zone", zone);
        }
    }

    /** An address without a zone. */
    public static Address of(String name) {
        return new Address(name, "");
    }
}
