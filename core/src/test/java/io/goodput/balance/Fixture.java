package io.goodput.balance;

import io.goodput.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A balancer, a clock and a stream of chance, and calls that end at once. */
final class Fixture {
    static final long MILLI = 1_000_000;
    static final long SECOND = 1_000 * MILLI;

    final RandomGenerator random = new SplittableRandom(1);
    final Balancer balancer;
    long now = SECOND;

    Fixture(Balancer.Settings settings, int endpoints) {
        this(settings, addresses(endpoints));
    }

    Fixture(Balancer.Settings settings, List<Address> addresses) {
        this.balancer = new Balancer(settings, addresses);
    }

    /** h0, h1, ... without zones. */
    static List<Address> addresses(int n) {
        return IntStream.range(0, n).mapToObj(i -> Address.of("h" + i)).toList();
    }

    /** Of zones a, b, c in turn. */
    static List<Address> zoned(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> new Address("h" + i, List.of("a", "b", "c").get(i % 3)))
                .toList();
    }

    Endpoint endpoint(int index) {
        return balancer.endpoints().get(index);
    }

    Endpoint pick() {
        return Objects.requireNonNull(balancer.pick(now, random, null, null));
    }

    /** A pick that ends after so long; the clock stands. */
    void end(Endpoint endpoint, Outcome outcome, long nanos) {
        balancer.ended(endpoint, outcome, now - nanos, now);
    }

    /** A call to that very endpoint, whatever a pick would say. */
    void call(int index, Outcome outcome, long nanos) {
        endpoint(index).started();
        end(endpoint(index), outcome, nanos);
    }

    void calls(int index, Outcome outcome, int times) {
        for (int i = 0; i < times; i++) {
            call(index, outcome, MILLI);
        }
    }

    /** Lets a pick look for outliers. */
    void sweep() {
        end(pick(), Outcome.CANCELLED, 0);
    }

    /** How often each endpoint is picked in so many calls that succeed after a millisecond. */
    int[] picks(int calls) {
        int[] counts = new int[balancer.endpoints().size()];
        for (int i = 0; i < calls; i++) {
            Endpoint picked = pick();
            counts[balancer.endpoints().indexOf(picked)]++;
            end(picked, Outcome.SUCCESS, MILLI);
            now += MILLI;
        }
        return counts;
    }

    int ejected() {
        return OutlierEjection.ejected(balancer.endpoints());
    }
}
