package io.goodput.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The bookkeeping of a call that fails once and then succeeds: a retry is taken from the budget that all threads share,
 * and given back. Nobody sleeps; the strategy only says how long one should.
 */
@State(Scope.Benchmark)
public class BudgetBenchmark {
    private final AtomicLong tokens = new AtomicLong(500);

    private final Throwable failure = new IllegalStateException("try again");

    private final RetryStrategy aws = DefaultRetryStrategy.standardStrategyBuilder()
            .retryOnException(IllegalStateException.class)
            .build();

    /** The least that a shared budget can cost: one counter, taken from and given back to. */
    @Benchmark
    public long baseline() {
        var left = tokens.addAndGet(-5);
        tokens.addAndGet(5);
        return left;
    }

    @Benchmark
    public Object aws() {
        var start = aws.acquireInitialToken(AcquireInitialTokenRequest.create("bench"));
        var retry = aws.refreshRetryToken(RefreshRetryTokenRequest.builder()
                .token(start.token())
                .failure(failure)
                .build());
        return aws.recordSuccess(RecordSuccessRequest.create(retry.token()));
    }
}
