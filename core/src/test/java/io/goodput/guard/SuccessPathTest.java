package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Allocations;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.hedge.HedgePolicy;
import io.goodput.limit.ClientThrottle;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.RateLimit;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What a call that succeeds at once costs, through all the policies there are. */
class SuccessPathTest {
    private static final Callable<String> TASK = () -> "answer";

    @Test
    void the_clock_is_read_twice() throws Exception {
        var timers = new TestTimers();
        Guard guard = whole().timers(timers).build();

        for (int call = 1; call <= 100; call++) {
            guard.call(TASK);
            assertThat(timers.readings()).isEqualTo(2 * call);
        }
    }

    @Test
    void nothing_is_allocated() throws Exception {
        Guard guard = whole().build();
        int calls = 100_000;
        callOften(guard, calls);
        long bytes = Allocations.of(() -> callOften(guard, calls));

        assertThat(bytes).as("bytes for %s calls", calls).isLessThan(calls);
    }

    private static void callOften(Guard guard, int calls) throws Exception {
        for (int i = 0; i < calls; i++) {
            guard.call(TASK);
        }
    }

    static GuardBuilder whole() {
        return Guard.builder("success")
                .deadline(Duration.ofHours(2))
                .attemptTimeout(Duration.ofHours(1))
                .throttle(new ClientThrottle(ClientThrottle.Settings.STANDARD))
                .rateLimit(new RateLimit(RateLimit.Settings.of(1_000_000)))
                .retry(RetryPolicy.standard())
                .hedge(HedgePolicy.standard())
                .balancer(new Balancer(Balancer.Settings.STANDARD, List.of(Address.of("a"), Address.of("b"))))
                .breaker(KeyedBreaker.of(ProportionalBreaker.Settings.STANDARD))
                .limit(new ConcurrencyLimit(ConcurrencyLimit.Settings.STANDARD));
    }
}
