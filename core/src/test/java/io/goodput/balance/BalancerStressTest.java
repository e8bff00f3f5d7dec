package io.goodput.balance;

import static io.goodput.balance.Fixture.MILLI;
import static io.goodput.balance.Fixture.addresses;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.Together;
import io.goodput.balance.Balancer.Settings;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;

/** Many threads at one balancer. */
class BalancerStressTest {
    private static final int THREADS = 8;
    private static final int CALLS = 5_000;

    @RepeatedTest(5)
    void never_more_are_ejected_than_may_be_and_every_call_is_counted_out_again() throws Exception {
        Balancer balancer = new Balancer(Settings.STANDARD, addresses(20));
        var clock = new AtomicLong();
        var number = new AtomicInteger();

        long wrong = Together.sum(THREADS, () -> {
            int me = number.getAndIncrement();
            var random = new SplittableRandom(me);
            long outside = 0;
            for (int i = 0; i < CALLS; i++) {
                long now = clock.addAndGet(MILLI);
                Endpoint picked = Objects.requireNonNull(balancer.pick(now, random, null, null));
                Outcome outcome = random.nextInt(3) == 0 ? Outcome.SUCCESS : Outcome.TIMEOUT;
                balancer.ended(picked, outcome, now, clock.get());
                if (me == 0 && i % 100 == 0) {
                    balancer.update(addresses(10 + random.nextInt(11)));
                }
                // One of 10 to 19 endpoints may be ejected, two of 20.
                outside += balancer.available().size() < 9 ? 1 : 0;
            }
            return outside;
        });

        assertThat(wrong).isZero();
        assertThat(balancer.endpoints()).allMatch(endpoint -> endpoint.inFlight() == 0);
        assertThat(balancer.detections()).isNotEmpty();
    }
}
