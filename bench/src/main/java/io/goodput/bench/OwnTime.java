package io.goodput.bench;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A clock of each thread's own that costs next to nothing: it is later by 100 ns each time it is read. For what a
 * policy costs once somebody has read the real one, as a {@link io.goodput.guard.Guard} does for all of its policies.
 */
@State(Scope.Thread)
public class OwnTime {
    private static final long STEP = 100;

    private long now;

    long nanos() {
        now += STEP;
        return now;
    }
}
