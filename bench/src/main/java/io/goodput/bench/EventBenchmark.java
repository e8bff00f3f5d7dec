package io.goodput.bench;

import io.goodput.guard.Guard;
import io.goodput.guard.GuardEvent;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A call that succeeds at once, through a guard to which nobody listens, and through one whose events are heard. */
@State(Scope.Benchmark)
public class EventBenchmark {
    private long answer = 42;
    private int attempts;
    private final Callable<Long> callable = this::answer;
    private final Guard unheard = guard();
    private final Guard heard = guard();

    /** Its listener keeps no event. */
    public EventBenchmark() {
        heard.listen(event -> {
            if (event instanceof GuardEvent.CallEnded ended) {
                attempts = ended.attempts();
            }
        });
    }

    private static Guard guard() {
        return Guard.builder("bench")
                .deadline(Duration.ofSeconds(2))
                .retry(RetryPolicy.standard())
                .build();
    }

    @Benchmark
    public Long unheard() throws Exception {
        return unheard.call(callable);
    }

    @Benchmark
    public Long heard() throws Exception {
        return heard.call(callable);
    }

    private Long answer() {
        return answer;
    }
}
