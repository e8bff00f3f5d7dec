package io.goodput.bench;

import io.goodput.retry.RetryBudget;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The bookkeeping of a call that succeeds at once while the budget is full, which is how a budget nearly always is. All
 * threads share it.
 */
@State(Scope.Benchmark)
public class BudgetSuccessBenchmark {
    private static final long CAPACITY = 500;

    private final AtomicLong tokens = new AtomicLong(CAPACITY);
    private final RetryBudget goodput = RetryBudget.standard();
    private final RetryStrategy aws = Peers.aws();

    /** The least that a shared budget can cost: to see that it is full. */
    @Benchmark
    public boolean baseline() {
        return tokens.get() == CAPACITY;
    }

    @Benchmark
    public void goodput() {
        goodput.succeeded(0);
    }

    @Benchmark
    public Object aws() {
        var start = aws.acquireInitialToken(AcquireInitialTokenRequest.create("bench"));
        return aws.recordSuccess(RecordSuccessRequest.create(start.token()));
    }
}
