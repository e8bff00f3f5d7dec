package io.goodput.bench;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.retry.FailedAttempt;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryDecision;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The bookkeeping of a call that fails once and then succeeds: a retry is taken from the budget that all threads share,
 * and given back. Nobody sleeps; the policy only says how long one should.
 */
@State(Scope.Benchmark)
public class BudgetRetryBenchmark {
    private final AtomicLong tokens = new AtomicLong(500);

    private final RetryBudget bucket = RetryBudget.standard();
    private final long cost = bucket.cost(Outcome.TRANSIENT_FAILURE);

    private final RetryPolicy policy = RetryPolicy.standard();
    private final RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

    private final Throwable failure = new UncheckedIOException(new IOException("try again"));
    private final RetryStrategy aws = Peers.aws();

    /** The least that a shared budget can cost: one counter, taken from and given back to. */
    @Benchmark
    public long baseline() {
        var left = tokens.addAndGet(-5);
        tokens.addAndGet(5);
        return left;
    }

    /** The bucket alone. */
    @Benchmark
    public boolean goodputBucket() {
        var taken = bucket.tryTake(cost);
        bucket.succeeded(cost);
        return taken;
    }

    /** All of the decision: is it retryable, is an attempt left, how long to wait, is there a token, is there time. */
    @Benchmark
    public RetryDecision goodputDecision() {
        var decision = policy.afterFailure(FailedAttempt.of(1, Outcome.TRANSIENT_FAILURE), Deadline.NONE, 0, random);
        if (decision instanceof RetryDecision.Retry retry) {
            policy.succeeded(retry.taken());
        }
        return decision;
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
