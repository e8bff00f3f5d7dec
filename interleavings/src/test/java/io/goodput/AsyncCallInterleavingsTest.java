package io.goodput;

import static io.goodput.Interleavings.require;

import io.goodput.GuardedCall.Step;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** Events that come from several threads to one call, and only wait in its line. */
public class AsyncCallInterleavingsTest {
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger atATime = new AtomicInteger();
    private final AtomicInteger overlapping = new AtomicInteger();

    /** Belongs to whoever serves the line. */
    private int served;

    private final AsyncCall<String> call = new AsyncCall<>(
            Guard.builder("g").build(), SlotPoolInterleavingsTest.NO_TIMERS, attempt -> new CompletableFuture<>());

    @Operation
    public void event() {
        sent.incrementAndGet();
        LongFunction<Step> event = now -> {
            overlapping.addAndGet(atATime.getAndIncrement());
            served++;
            atATime.decrementAndGet();
            return Step.WAIT;
        };
        call.happened(event);
    }

    @Validate
    public void all_are_served_one_after_the_other() {
        require(overlapping.get() == 0, () -> "two events at a time");
        require(served == sent.get(), () -> served + " served of " + sent);
    }

    @Test
    void no_event_is_lost() {
        Interleavings.longSteps()
                .iterations(1)
                .invocationsPerIteration(1_500)
                .actorsPerThread(1)
                .actorsBefore(0)
                .check(AsyncCallInterleavingsTest.class);
    }
}
