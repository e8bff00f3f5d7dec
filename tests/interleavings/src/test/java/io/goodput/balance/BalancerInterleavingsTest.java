package io.goodput.balance;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import io.goodput.Outcome;
import io.goodput.outlier.PeerComparison;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** Four endpoints, of which one at most is ejected, by a single failure; calls to several fail. */
public class BalancerInterleavingsTest {
    private static final OutlierEjection.Settings EJECTION = new OutlierEjection.Settings(
            Duration.ofHours(1),
            1,
            PeerComparison.SUCCESS_RATE,
            100,
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ZERO,
            0.25,
            true);

    private final Balancer balancer = new Balancer(Balancer.Settings.STANDARD.withEjection(EJECTION), addresses());
    private final List<Endpoint> endpoints = balancer.endpoints();

    private static List<Address> addresses() {
        return IntStream.range(0, 4).mapToObj(i -> Address.of("e" + i)).toList();
    }

    @Operation
    public void failed(@Param(gen = IntGen.class, conf = "0:3") int endpoint) {
        balancer.ended(endpoints.get(endpoint), Outcome.TIMEOUT, 0, 1);
        pick();
    }

    private void pick() {
        balancer.pick(1, new SplittableRandom(0), null, null);
    }

    @Validate
    public void no_more_are_ejected_than_may_be() {
        List<Endpoint> now = balancer.endpoints();
        int most = EJECTION.most(now.size());
        require(OutlierEjection.ejected(now) <= most, () -> "too many ejected of " + now);
        // Nor is a suspicion lost: the next pick sees to it, as far as it may.
        pick();
        boolean suspected = now.stream().anyMatch(endpoint -> endpoint.failuresInARow() > 0 && !endpoint.isEjected());
        require(!suspected, () -> "a suspicion was not followed up of " + now);
    }

    @Test
    void the_cap_on_ejections_holds() {
        Interleavings.longSteps()
                .iterations(3)
                .invocationsPerIteration(150)
                .actorsPerThread(1)
                .actorsBefore(0)
                .addGuarantee(Interleavings.unwatched(
                        "java.util.stream.",
                        "java.util.Spliterator",
                        "io.goodput.balance.Fleet",
                        "io.goodput.balance.Pool",
                        "io.goodput.balance.DecayingAverage"))
                .check(BalancerInterleavingsTest.class);
    }
}
