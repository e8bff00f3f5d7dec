package io.goodput.bench;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.function.CheckedSupplier;
import io.github.resilience4j.retry.Retry;
import io.goodput.guard.Guard;
import io.goodput.retry.RetryPolicy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * An asynchronous call whose answer is already there, retried as in {@link RetryBenchmark}: what a policy adds around a
 * future. Nobody changes threads; Failsafe, which would, is given an executor that runs the call where it is.
 */
@State(Scope.Benchmark)
public class AsyncRetryBenchmark {
    private long answer = 42;
    private final Supplier<CompletionStage<Long>> call = this::answer;
    private final CheckedSupplier<CompletionStage<Long>> checkedCall = this::answer;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    private final Guard goodput =
            Guard.builder("bench").retry(RetryPolicy.standard()).build();
    private final Supplier<CompletionStage<Long>> resilience4j =
            Retry.decorateCompletionStage(Peers.resilience4j(), scheduler, call);
    private final FailsafeExecutor<Long> failsafe =
            Failsafe.with(Peers.failsafe()).with(new Here());

    @Benchmark
    public Long baseline() {
        return call.get().toCompletableFuture().join();
    }

    @Benchmark
    public Long goodput() {
        return goodput.callAsync(call).join();
    }

    @Benchmark
    public Long resilience4j() {
        return resilience4j.get().toCompletableFuture().join();
    }

    @Benchmark
    public Long failsafe() {
        return failsafe.getStageAsync(checkedCall).join();
    }

    @TearDown
    public void stop() {
        scheduler.shutdown();
    }

    private CompletionStage<Long> answer() {
        return CompletableFuture.completedFuture(answer);
    }
}
