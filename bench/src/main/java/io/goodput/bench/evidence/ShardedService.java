package io.goodput.bench.evidence;

import io.goodput.Outcome;
import io.goodput.breaker.Breaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.sim.Simulation;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Arrivals;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A client of four shards: 100 calls a second to each, 20 ms a call, at most 50 calls in flight, as many as it has
 * threads; a call that finds none is lost. Something is wrong from 20 s to 80 s of 120 s.
 */
final class ShardedService {
    static final int SHARDS = 4;
    static final double PER_SHARD = 100;

    private static final long SECOND = 1_000_000_000;
    private static final long WRONG = 20 * SECOND;
    private static final long RIGHT = 80 * SECOND;
    private static final long END = 120 * SECOND;
    private static final long TIMEOUT = SECOND;
    private static final int THREADS = 50;
    private static final double MEAN_NANOS = 20e6;
    private static final double FAILING = 0.3;
    private static final double HALF = 0.5;

    /** What is wrong. */
    enum Trouble {
        /** Calls to one shard are not answered, and time out after 1 s. */
        ONE_SHARD_HANGS,
        /** One shard can do half of what it is sent, and refuses the rest at once. */
        ONE_SHARD_AT_HALF,
        /** Of all calls, 30 % fail, at once and whatever is sent. */
        THIRTY_PERCENT_FAIL
    }

    /**
     * What came of it, a second.
     *
     * @param goodWhileWrong calls that succeeded while it was wrong
     * @param badWhileWrong calls that were sent then and failed
     * @param goodAfter calls that succeeded in the 20 s after that
     */
    record Result(double goodWhileWrong, double badWhileWrong, double goodAfter) {}

    private final Trouble trouble;
    private final @Nullable KeyedBreaker breakers;
    private final boolean keyed;
    private final Simulation simulation = new Simulation();
    private final Arrivals arrivals;
    private final Distribution latency = Distribution.exponential(MEAN_NANOS);
    private final RandomGenerator latencies;
    private final RandomGenerator shards;
    private final RandomGenerator failures;
    private final RandomGenerator draws;

    private int inFlight;
    private double allowance;
    private long refilledAt;
    private int goodWhileWrong;
    private int badWhileWrong;
    private int goodAfter;

    private ShardedService(Trouble trouble, Breaker.@Nullable Settings settings, boolean keyed, Streams streams) {
        this.trouble = trouble;
        this.breakers = settings == null ? null : KeyedBreaker.of(settings);
        this.keyed = keyed;
        this.arrivals = Arrivals.poisson(RateProfile.constant(SHARDS * PER_SHARD), streams.stream("arrivals"));
        this.latencies = streams.stream("latencies");
        this.shards = streams.stream("shards");
        this.failures = streams.stream("failures");
        this.draws = streams.stream("draws");
    }

    /** Runs it, without a breaker if there are no settings. */
    static Result run(Trouble trouble, Breaker.@Nullable Settings settings, boolean keyed, long seed) {
        var run = new ShardedService(trouble, settings, keyed, new Streams(seed));
        run.simulation.schedule(run.arrivals.next(), run::arrive);
        run.simulation.runUntil(END);
        double seconds = (double) (RIGHT - WRONG) / SECOND;
        return new Result(run.goodWhileWrong / seconds, run.badWhileWrong / seconds, run.goodAfter / 20.0);
    }

    private void arrive(long now) {
        long next = arrivals.next();
        if (next <= END) {
            simulation.schedule(next, this::arrive);
        }
        int shard = shards.nextInt(SHARDS);
        Breaker breaker = breakers == null ? null : breakers.of(keyed ? shard : "all", now);
        if (inFlight == THREADS || (breaker != null && !breaker.tryPass(now, draws))) {
            return;
        }
        inFlight++;
        send(shard, breaker, now);
    }

    private void send(int shard, @Nullable Breaker breaker, long startedAt) {
        boolean wrong = startedAt >= WRONG && startedAt < RIGHT;
        Outcome outcome = wrong ? whileWrong(shard, startedAt) : Outcome.SUCCESS;
        long time = outcome == Outcome.TIMEOUT ? TIMEOUT : latency.sample(latencies);
        simulation.after(time, now -> {
            inFlight--;
            count(outcome, startedAt);
            if (breaker != null) {
                breaker.ended(outcome, startedAt, now);
            }
        });
    }

    private Outcome whileWrong(int shard, long now) {
        return switch (trouble) {
            case ONE_SHARD_HANGS -> shard == 0 ? Outcome.TIMEOUT : Outcome.SUCCESS;
            case ONE_SHARD_AT_HALF -> shard == 0 && !canDo(now) ? Outcome.THROTTLED : Outcome.SUCCESS;
            case THIRTY_PERCENT_FAIL -> failures.nextDouble() < FAILING ? Outcome.TRANSIENT_FAILURE : Outcome.SUCCESS;
        };
    }

    /** The first shard does half of its load, and saves up no more than a tenth of a second of it. */
    private boolean canDo(long now) {
        double rate = HALF * PER_SHARD;
        allowance = Math.min(rate / 10, allowance + rate * (now - refilledAt) / SECOND);
        refilledAt = now;
        boolean can = allowance >= 1;
        allowance -= can ? 1 : 0;
        return can;
    }

    private void count(Outcome outcome, long startedAt) {
        boolean good = outcome == Outcome.SUCCESS;
        if (startedAt >= WRONG && startedAt < RIGHT) {
            goodWhileWrong += good ? 1 : 0;
            badWhileWrong += good ? 0 : 1;
        } else if (startedAt >= RIGHT && startedAt < RIGHT + 20 * SECOND) {
            goodAfter += good ? 1 : 0;
        }
    }
}
