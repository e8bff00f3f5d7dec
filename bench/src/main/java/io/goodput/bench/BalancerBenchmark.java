package io.goodput.bench;

import io.goodput.Outcome;
import io.goodput.balance.Balancer;
import io.goodput.balance.Endpoint;
import io.goodput.balance.Strategy;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One of ten endpoints is picked for a call, which succeeds. */
@State(Scope.Benchmark)
public class BalancerBenchmark {
    @Param
    Strategy strategy = Strategy.POWER_OF_TWO;

    private final Balancer balancer = new Balancer(Balancer.Settings.STANDARD, PartsBenchmark.addresses());
    private final RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

    @Setup
    public void choose() {
        balancer.change(Balancer.Settings.STANDARD.withStrategy(strategy));
    }

    @Benchmark
    public Endpoint pickAndEnd(OwnTime time) {
        long began = time.nanos();
        Endpoint picked = Objects.requireNonNull(balancer.pick(began, random, null, null));
        balancer.ended(picked, Outcome.SUCCESS, began, time.nanos());
        return picked;
    }
}
