package io.goodput;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * How thoroughly Lincheck looks. It makes up scenarios of operations and tries the interleavings of each one, those
 * with the fewest switches of threads first, so that what fails fails with the shortest story. The same in every run.
 */
public final class Interleavings {
    private static final int SCENARIOS = 10;
    private static final int OF_EACH = 100;

    /** More than any loop of a policy takes; what takes longer is reported as hung. */
    private static final int LOOPS = 1_000;

    private Interleavings() {}

    /** Two threads with three operations each; whoever wants something else starts from here. */
    public static ModelCheckingOptions twoThreads() {
        return new ModelCheckingOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(OF_EACH)
                .loopBound(LOOPS)
                .threads(2)
                .actorsPerThread(3)
                .actorsBefore(2)
                .actorsAfter(2);
    }

    /** Three threads with two operations each. */
    public static ModelCheckingOptions threeThreads() {
        return twoThreads().threads(3).actorsPerThread(2);
    }

    /** For what takes many steps: two threads with two operations each, in fewer scenarios. */
    public static ModelCheckingOptions longSteps() {
        return twoThreads()
                .iterations(SCENARIOS / 2)
                .invocationsPerIteration(OF_EACH / 2)
                .actorsPerThread(2)
                .actorsAfter(0);
    }

    /**
     * That no thread is stopped in the midst of a method of these: for what is looked at elsewhere, or needs no look.
     */
    public static ManagedStrategyGuarantee atomic(Class<?>... classes) {
        String[] names = Arrays.stream(classes).map(Class::getName).toArray(String[]::new);
        return ManagedStrategyGuaranteeKt.forClasses(names).allMethods().treatAsAtomic();
    }

    /** That what is in classes of such names, by their beginning, needs no look and takes no time. */
    public static ManagedStrategyGuarantee unwatched(String... names) {
        return ManagedStrategyGuaranteeKt.forClasses(
                        (String name) -> Arrays.stream(names).anyMatch(name::startsWith))
                .allMethods()
                .ignore();
    }

    /** For the state afterwards. AssertJ cannot be watched by Lincheck, which compares its objects. */
    public static void require(boolean right, Supplier<String> fault) {
        if (!right) {
            throw new AssertionError(fault.get());
        }
    }

    /** Tries so many interleavings of one story, which starts its threads by {@link #together}. */
    public static void of(int interleavings, Runnable story) {
        Lincheck.runConcurrentTest(interleavings, story);
    }

    /** Runs each in a thread of its own until all are done. */
    public static void together(Runnable... parts) {
        List<Thread> threads = new ArrayList<>();
        var thrown = new AtomicReference<Throwable>();
        for (Runnable part : parts) {
            var thread = new Thread(() -> {
                try {
                    part.run();
                } catch (Throwable fault) {
                    thrown.set(fault);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
        if (thrown.get() != null) {
            throw new AssertionError(thrown.get());
        }
    }
}
