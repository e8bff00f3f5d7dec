package io.goodput.bench;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.function.CheckedSupplier;
import io.github.resilience4j.retry.Retry;
import io.goodput.guard.Guard;
import io.goodput.retry.RetryPolicy;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryTemplate;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * A call that succeeds at once, wrapped for at most three attempts: what a retry policy costs when nothing goes wrong,
 * which is nearly always. One policy is shared by all threads, as in a service.
 */
@State(Scope.Benchmark)
public class RetryBenchmark {
    private long answer = 42;
    private final Supplier<Long> call = this::answer;
    private final Callable<Long> callable = this::answer;
    private final CheckedSupplier<Long> checkedCall = this::answer;

    private final Guard goodput =
            Guard.builder("bench").retry(RetryPolicy.standard()).build();
    private final Supplier<Long> resilience4j = Retry.decorateSupplier(Peers.resilience4j(), call);
    private final FailsafeExecutor<Long> failsafe = Failsafe.with(Peers.failsafe());
    private final RetryStrategy aws = Peers.aws();
    private final RetryTemplate spring = Peers.spring();
    private final org.springframework.retry.support.RetryTemplate springRetry = Peers.springRetry();

    @Benchmark
    public Long baseline() {
        return call.get();
    }

    /** What any policy pays that knows when a call began and when it ended. */
    @Benchmark
    public long nanoTimeTwice() {
        long before = System.nanoTime();
        return System.nanoTime() - before;
    }

    @Benchmark
    public Long goodput() throws Exception {
        return goodput.call(callable);
    }

    @Benchmark
    public Long resilience4j() {
        return resilience4j.get();
    }

    @Benchmark
    public Long failsafe() {
        return failsafe.get(checkedCall);
    }

    @Benchmark
    public Long aws() {
        var start = aws.acquireInitialToken(AcquireInitialTokenRequest.create("bench"));
        var result = call.get();
        aws.recordSuccess(RecordSuccessRequest.create(start.token()));
        return result;
    }

    @Benchmark
    public @Nullable Long spring() throws RetryException {
        return spring.execute(this::answer);
    }

    @Benchmark
    public Long springRetry() {
        return springRetry.execute(_ -> answer());
    }

    private Long answer() {
        return answer;
    }
}
