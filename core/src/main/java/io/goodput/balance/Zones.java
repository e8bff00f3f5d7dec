package io.goodput.balance;

import io.goodput.NameRule;
import io.goodput.Range;
import java.util.Map;

/**
 * Preference for the zone that the caller is in, with as much left to the others as its own zone cannot take.
 *
 * <p>As in Envoy, a zone is expected to have some room to spare: with the standard factor of 1.4 its own zone takes all
 * of a caller's calls down to 1/1.4, that is 72 of 100 endpoints available, and below that {@code 1.4 × available /
 * all}. The rest goes to the other zones by {@code weight × min(1, 1.4 × available / all)}. A zone's weight is the
 * number of its endpoints, unless one is given: then each endpoint of those zones gets as much as any other.
 *
 * <p>It is taken for granted that callers are spread over the zones as endpoints are. Where all callers are in one
 * zone, so is all the load.
 *
 * @param local the caller's own zone; as {@link NameRule#TEXT} allows
 * @param overProvisioning by how much the endpoints that are left may be loaded above their share; 1 to 10
 * @param weights of zones, each 0 to 1.0E9; those not named weigh as much as they have endpoints
 */
public record Zones(String local, double overProvisioning, Map<String, Double> weights) {
    /** By how much an endpoint may be loaded above its share. */
    public static final Range<Double> OVER_PROVISIONING = new Range<>(1.0, 10.0);

    /** What a zone may weigh. */
    public static final Range<Double> WEIGHT = new Range<>(0.0, 1e9);

    /** Refuses what is out of bounds. */
    public Zones {
        NameRule.TEXT.check("local", local);
        OVER_PROVISIONING.check("overProvisioning", overProvisioning);
        weights = Map.copyOf(weights);
        weights.forEach((zone, weight) -> WEIGHT.check("weights." + NameRule.TEXT.check("weights", zone), weight));
    }

    /** Envoy's factor of 1.4; zones weigh as much as they have endpoints. */
    public static Zones preferring(String local) {
        return new Zones(local, 1.4, Map.of());
    }

    /** What part of its calls a zone can take, where so many of its endpoints are available. */
    double capacity(int available, int all) {
        return all == 0 ? 0 : Math.min(1, overProvisioning * available / all);
    }

    double weight(String zone, int all) {
        return weights.getOrDefault(zone, (double) all);
    }
}
