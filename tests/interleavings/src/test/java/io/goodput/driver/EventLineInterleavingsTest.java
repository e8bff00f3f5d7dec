package io.goodput.driver;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** Events that come from several threads to one line. */
public class EventLineInterleavingsTest {
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger atATime = new AtomicInteger();
    private final AtomicInteger overlapping = new AtomicInteger();

    /** Belongs to whoever serves the line. */
    private int served;

    private final EventLine line = new EventLine(() -> 0, broken -> require(false, broken::toString));

    @Operation
    public void event() {
        sent.incrementAndGet();
        line.happened(_ -> {
            overlapping.addAndGet(atATime.getAndIncrement());
            served++;
            atATime.decrementAndGet();
        });
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
                .check(EventLineInterleavingsTest.class);
    }
}
