package io.goodput.bench.telemetry;

import io.goodput.CallContext;
import io.goodput.guard.AttemptContext;
import io.goodput.guard.Guard;
import io.goodput.retry.RetryPolicy;
import io.goodput.telemetry.Downstream;
import io.goodput.telemetry.ServiceOperation;
import io.goodput.telemetry.Telemetry;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A guarded call that succeeds at once, ten of them in a unit of work: watched by telemetry, or not. */
@State(Scope.Benchmark)
public class WatchedCallBenchmark {
    private static final int CALLS = 10;

    private final Telemetry telemetry =
            Telemetry.builder("bench").ending((unit, _) -> unit.release()).start();
    private final ServiceOperation operation = telemetry
            .operation("place-order")
            .depends(Downstream.named("stock"))
            .declare();
    private long answer = 42;
    private final Callable<Long> callable = this::answer;
    private final Guard unwatched = guard(null);
    private final Guard watched = guard(null);
    private final Guard spans = guard(AttemptContext.SPANS);

    /** Watches two of the guards. */
    public WatchedCallBenchmark() {
        telemetry.watch(watched);
        telemetry.watch(spans);
    }

    private static Guard guard(@Nullable AttemptContext attempts) {
        return Guard.builder("stock")
                .deadline(Duration.ofSeconds(2))
                .retry(RetryPolicy.standard())
                .attemptContext(attempts)
                .build();
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long unwatched() throws Exception {
        return operation.call(CallContext.NONE, _ -> calls(unwatched));
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long watched() throws Exception {
        return operation.call(CallContext.NONE, _ -> calls(watched));
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long watchedWithSpans() throws Exception {
        return operation.call(CallContext.NONE, _ -> calls(spans));
    }

    private long calls(Guard guard) throws Exception {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += guard.call(callable);
        }
        return sum;
    }

    private Long answer() {
        return answer;
    }
}
