package io.goodput.bench;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.balance.Endpoint;
import io.goodput.guard.Attempt;
import io.goodput.guard.CallOptions;
import io.goodput.guard.DrivenCall;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardedCall;
import io.goodput.guard.GuardedCall.Step;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A call that succeeds through every policy but hedging, carried out by a driver of one's own, which is told the time.
 */
@State(Scope.Thread)
public class DrivenBenchmark {
    private static final long LATENCY = 3_000_000;

    private final Guard guard = PartsBenchmark.guard();
    private final GuardedCall reused = guard.newCall();
    private final Loop loop = new Loop(guard);

    /** A new state machine for each call. */
    @Benchmark
    public Attempt newCall(OwnTime time) {
        GuardedCall call = guard.newCall();
        long now = time.nanos();
        call.start(now, CallOptions.NONE, CallContext.NONE);
        Attempt attempt = call.described();
        call.attemptEnded(1, Outcome.SUCCESS, now + LATENCY);
        return attempt;
    }

    /** The one of the last call, used again. */
    @Benchmark
    public @Nullable Endpoint reused(OwnTime time) {
        long now = time.nanos();
        reused.reuse(guard);
        Step step = reused.start(now, CallOptions.NONE, CallContext.NONE);
        Endpoint endpoint = step == Step.BEGIN ? reused.endpoint() : null;
        reused.attemptEnded(1, Outcome.SUCCESS, now + LATENCY);
        return endpoint;
    }

    /** The same by {@link DrivenCall}, with its callbacks. */
    @Benchmark
    public @Nullable Endpoint driven(OwnTime time) {
        long now = time.nanos();
        loop.reuse(guard);
        loop.start(CallOptions.NONE, CallContext.NONE, now);
        loop.attemptEnded(1, Outcome.SUCCESS, null, now + LATENCY);
        return loop.timer == now ? null : loop.endpoint;
    }

    private static final class Loop extends DrivenCall {
        private @Nullable Endpoint endpoint;
        private long timer;

        Loop(Guard guard) {
            super(guard);
        }

        @Override
        protected void begin(int attempt, long now) {
            endpoint = call().endpoint();
        }

        @Override
        protected void cancel(int attempt, long now) {
            endpoint = null;
        }

        @Override
        protected void finished(GuardedCall call, long now) {
            timer += now;
        }

        @Override
        protected void wakeAt(long at) {
            timer = at;
        }
    }
}
