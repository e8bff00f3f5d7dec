package io.goodput.balance;

import io.goodput.Range;
import java.util.List;

/**
 * Which endpoints serve a key, such as a tenant. A key that brings its endpoints down takes few others' with them.
 *
 * <p>It is asked once for each key and list of endpoints, not for each call, and must answer alike for equal keys.
 */
@FunctionalInterface
public interface Subset {
    /** How many endpoints {@link #rendezvous} can give a key. */
    Range<Integer> SIZE = Balancer.ENDPOINTS.from(1);

    /**
     * The endpoints of a key.
     *
     * @param key the key of a call
     * @param endpoints all there are, in the order of the list; at least one
     * @return indexes into {@code endpoints}, at least one and none twice
     */
    int[] of(Object key, List<Endpoint> endpoints);

    /**
     * The {@code size} endpoints of the highest score, where an endpoint's score is a hash of the key and its name
     * (rendezvous hashing; Thaler and Ravishankar, 1996). An endpoint more or less changes the subsets that it is in,
     * by one place each, and no others. What counts of a key is its {@code toString}, so all processes agree.
     *
     * @param size 1 to 10,000; all endpoints if there are fewer
     */
    static Subset rendezvous(int size) {
        return new RendezvousSubset(size);
    }
}
