package io.goodput.bench;

import io.goodput.Outcome;
import io.goodput.Ticker;
import io.goodput.breaker.Breaker;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.ProportionalBreaker;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A closed breaker is asked, and told of a success. Ours is looked up by its key, and is given the time: here it is
 * read as often as a breaker that reads it itself would.
 */
@State(Scope.Benchmark)
public class BreakerBenchmark {
    private static final String KEY = "inventory";

    private final Ticker ticker = Ticker.system();
    private final RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    private final KeyedBreaker proportional = KeyedBreaker.of(ProportionalBreaker.Settings.STANDARD);
    private final KeyedBreaker onOff = KeyedBreaker.of(CircuitBreaker.Settings.STANDARD);
    private final io.github.resilience4j.circuitbreaker.CircuitBreaker resilience4j =
            io.github.resilience4j.circuitbreaker.CircuitBreaker.ofDefaults("bench");
    private final dev.failsafe.CircuitBreaker<Long> failsafe = Peers.failsafeBreaker();
    private final Callable<Boolean> nothing = () -> true;

    /** Sentinel's, which only its benchmark has. */
    @State(Scope.Benchmark)
    public static class Resource {
        private final String name = Sentinel.breaker("breaker");
    }

    /** What any policy pays that knows when a call began and when it ended. */
    @Benchmark
    public long nanoTimeTwice() {
        long before = System.nanoTime();
        return System.nanoTime() - before;
    }

    @Benchmark
    public boolean goodputProportional() {
        long began = ticker.nanos();
        Breaker breaker = proportional.of(KEY, began);
        boolean passed = breaker.tryPass(began, random);
        breaker.ended(Outcome.SUCCESS, began, ticker.nanos());
        return passed;
    }

    @Benchmark
    public boolean goodputOnOff() {
        long began = ticker.nanos();
        Breaker breaker = onOff.of(KEY, began);
        boolean passed = breaker.tryPass(began, random);
        breaker.ended(Outcome.SUCCESS, began, ticker.nanos());
        return passed;
    }

    /** Where the time is known already. */
    @Benchmark
    public boolean goodputProportionalGivenTime(OwnTime time) {
        long began = time.nanos();
        Breaker breaker = proportional.of(KEY, began);
        boolean passed = breaker.tryPass(began, random);
        breaker.ended(Outcome.SUCCESS, began, time.nanos());
        return passed;
    }

    /** Where the time is known already. */
    @Benchmark
    public boolean goodputOnOffGivenTime(OwnTime time) {
        long began = time.nanos();
        Breaker breaker = onOff.of(KEY, began);
        boolean passed = breaker.tryPass(began, random);
        breaker.ended(Outcome.SUCCESS, began, time.nanos());
        return passed;
    }

    @Benchmark
    public boolean resilience4j() {
        boolean passed = resilience4j.tryAcquirePermission();
        long began = resilience4j.getCurrentTimestamp();
        resilience4j.onSuccess(resilience4j.getCurrentTimestamp() - began, resilience4j.getTimestampUnit());
        return passed;
    }

    @Benchmark
    public boolean failsafe() {
        boolean passed = failsafe.tryAcquirePermit();
        failsafe.recordSuccess();
        return passed;
    }

    @Benchmark
    public boolean sentinel(Resource resource) throws Exception {
        return Sentinel.call(resource.name, nothing);
    }
}
