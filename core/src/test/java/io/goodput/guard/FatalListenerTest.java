package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener whose code is broken, such as one that has no class for what it logs with, costs a call nothing. */
class FatalListenerTest {
    /** Begin of the call, attempt, its end, retry, attempt, its end, end of the call. */
    private static final int EVENTS = 7;

    private final TestTimers timers = new TestTimers();
    private final ConcurrencyLimit limit = new ConcurrencyLimit(new FixedLimit(1));
    private final Balancer balancer = new Balancer(Balancer.Settings.STANDARD, List.of(Address.of("a")));
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final Thread thread = Thread.currentThread();
    private final AtomicInteger uncaught = new AtomicInteger();
    private final Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();

    @BeforeEach
    void hear() {
        thread.setUncaughtExceptionHandler((_, _) -> uncaught.incrementAndGet());
    }

    @AfterEach
    void hearNoMore() {
        thread.setUncaughtExceptionHandler(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, EVENTS})
    void a_call_ends_as_it_would_and_gives_all_back(int fatal) throws Exception {
        Guard guard = brokenAt(fatal);

        assertThat(guard.call(() -> {
                    if (sent.incrementAndGet() == 1) {
                        throw new IOException("passing");
                    }
                    return "answer";
                }))
                .isEqualTo("answer");

        assertNothingIsHeld();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, EVENTS})
    void so_does_an_asynchronous_one(int fatal) {
        Guard guard = brokenAt(fatal);

        CompletableFuture<String> result = guard.callAsync(() -> sent.incrementAndGet() == 1
                ? CompletableFuture.failedFuture(new IOException("passing"))
                : CompletableFuture.completedFuture("answer"));

        assertThat(result).isCompletedWithValue("answer");
        assertNothingIsHeld();
    }

    private Guard brokenAt(int fatal) {
        return Guard.builder("heard")
                .timers(timers)
                .limit(limit)
                .balancer(balancer)
                .retry(RetryPolicy.builder().attempts(2).build())
                .listener(_ -> {
                    if (heard.incrementAndGet() == fatal) {
                        throw new NoClassDefFoundError("Logger");
                    }
                })
                .build();
    }

    private void assertNothingIsHeld() {
        assertThat(heard).hasValue(EVENTS);
        assertThat(uncaught).hasValue(1);
        assertThat(limit.inFlight()).isZero();
        assertThat(balancer.endpoints().getFirst().inFlight()).isZero();
    }
}
