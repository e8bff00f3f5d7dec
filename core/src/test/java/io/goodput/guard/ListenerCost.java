package io.goodput.guard;

import io.goodput.Allocations;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.limit.RateLimit;
import java.util.concurrent.Callable;

/**
 * What one listener that keeps no event costs the heap: prints the bytes that {@value #CALLS} calls allocate through
 * all the policies there are. A process of its own, as it depends on what the compiler has seen.
 */
final class ListenerCost {
    static final int CALLS = 20_000;

    /** Far more than it takes the compiler to see that nobody keeps an event: a busy machine comes to the same. */
    private static final int MOST_ROUNDS = 1_000;

    private static final Callable<String> TASK = () -> "answer";

    private static long answers;

    private ListenerCost() {}

    public static void main(String[] args) throws Exception {
        Guard guard = SuccessPathTest.whole()
                .rateLimit(new RateLimit(RateLimit.Settings.of(1_000_000).withBurst(2 * CALLS * MOST_ROUNDS)))
                .listener(ListenerCost::count)
                .build();
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && bytes >= CALLS; round++) {
            bytes = Allocations.of(() -> callOften(guard));
        }
        System.out.println(answers >= CALLS ? bytes : "nothing was heard");
    }

    private static void callOften(Guard guard) throws Exception {
        for (int i = 0; i < CALLS; i++) {
            guard.call(TASK);
        }
    }

    private static void count(GuardEvent event) {
        if (event instanceof AttemptEnded ended && ended.error() == null && ended.answer() != null) {
            answers++;
        }
    }
}
