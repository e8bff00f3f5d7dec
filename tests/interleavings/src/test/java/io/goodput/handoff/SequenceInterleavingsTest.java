package io.goodput.handoff;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** Code that several threads put into one sequence, of whom each sees to it that it is run. */
public class SequenceInterleavingsTest {
    private final Sequence sequence = new Sequence(thrown -> require(false, thrown::toString));
    private final AtomicInteger added = new AtomicInteger();
    private final AtomicInteger atATime = new AtomicInteger();
    private final AtomicInteger overlapping = new AtomicInteger();

    /** Belongs to the code. */
    private int run;

    @Operation
    public void addAndRun() {
        added.incrementAndGet();
        sequence.add(() -> {
            overlapping.addAndGet(atATime.getAndIncrement());
            run++;
            atATime.decrementAndGet();
        });
        sequence.runNext();
    }

    @Validate
    public void all_are_run_one_after_the_other() {
        require(overlapping.get() == 0, () -> "two at a time");
        require(run == added.get(), () -> run + " run of " + added);
        require(sequence.size() == 0, () -> sequence.size() + " left");
    }

    @Test
    void nothing_is_left_or_run_beside_another() {
        Interleavings.longSteps()
                .iterations(1)
                .invocationsPerIteration(1_500)
                .actorsPerThread(1)
                .actorsBefore(0)
                .check(SequenceInterleavingsTest.class);
    }
}
