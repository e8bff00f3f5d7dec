package io.goodput.bench;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.admission.Admission;
import io.goodput.admission.AdmissionAnswers;
import io.goodput.admission.AdmissionQueue;
import io.goodput.admission.AdmissionRequest;
import io.goodput.admission.AdmissionSettings;
import io.goodput.admission.Priority;
import io.goodput.admission.Shed;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.cache.CacheEntry;
import io.goodput.cache.CacheRead;
import io.goodput.cache.CacheRequest;
import io.goodput.cache.ReadThrough;
import io.goodput.guard.Guard;
import io.goodput.hedge.HedgePolicy;
import io.goodput.hedge.HedgeTiming;
import io.goodput.keyed.KeyedStates;
import io.goodput.latency.LatencyDistribution;
import io.goodput.limit.ClientThrottle;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.RateLimit;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Policies that have no peer here that does the same, each as a call that succeeds meets it. */
@State(Scope.Benchmark)
public class PartsBenchmark {
    private static final int KEYS = 1_000;
    private static final long LATENCY = Duration.ofMillis(3).toNanos();
    private static final String TENANT = "blue";
    private static final AdmissionRequest REQUEST = new AdmissionRequest(Priority.CRITICAL, TENANT, Deadline.NONE);
    private static final CacheRequest<String, Object> LOOKUP = new CacheRequest<>("key", null, Long.MAX_VALUE);
    private static final CacheEntry FRESH = new CacheEntry(true, false, 0, 1, 0, 0, 0);

    private long answer = 42;
    private final Callable<Long> callable = this::answer;
    private final RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

    private final Guard everyPolicy = guard();
    private final ClientThrottle throttle = new ClientThrottle(ClientThrottle.Settings.STANDARD);
    private final HedgePolicy hedge = HedgePolicy.standard();
    private final AdmissionQueue<String> admission = queue(100, AdmissionSettings.STANDARD);
    private final AdmissionQueue<String> admissionHeard = queue(100, AdmissionSettings.STANDARD);
    private final ReadThrough<String, Object> reads = new ReadThrough<>(ReadThrough.Settings.STANDARD);
    private final ReadThrough<String, Object> readsHeard = new ReadThrough<>(ReadThrough.Settings.STANDARD);
    private final AdmissionQueue<String> full = queue(1, AdmissionSettings.STANDARD.withCapacity(0));
    private final KeyedStates<Object> states = new KeyedStates<>(10 * KEYS, (_, _) -> new Object());
    private final List<String> keys =
            IntStream.range(0, KEYS).mapToObj(i -> "tenant-" + i).toList();
    private final LatencyDistribution latencies = new LatencyDistribution(Duration.ofSeconds(30));

    static Guard guard() {
        var rate = new RateLimit.Rate(1e6, 1_000_000_000);
        return Guard.builder("bench")
                .deadline(Duration.ofSeconds(2))
                .attemptTimeout(Duration.ofMillis(300))
                .throttle(new ClientThrottle(ClientThrottle.Settings.STANDARD))
                .rateLimit(new RateLimit(new RateLimit.Settings(rate, null, KEYS)))
                .retry(RetryPolicy.standard())
                .balancer(new Balancer(Balancer.Settings.STANDARD, addresses()))
                .breaker(KeyedBreaker.of(ProportionalBreaker.Settings.STANDARD))
                .limit(new ConcurrencyLimit(ConcurrencyLimit.Settings.STANDARD))
                .build();
    }

    static List<Address> addresses() {
        return IntStream.range(0, 10).mapToObj(i -> Address.of("10.0.0." + i)).toList();
    }

    private static AdmissionQueue<String> queue(int limit, AdmissionSettings settings) {
        return new AdmissionQueue<>(limit, settings, new AdmissionAnswers<>() {
            @Override
            public void serve(String work) {}

            @Override
            public void shed(String work, Shed reason) {}
        });
    }

    @Setup
    public void fill() {
        full.offer("work", REQUEST, 0);
        keys.forEach(key -> states.of(key, 0));
        var _ = admissionHeard.listen(_ -> {});
        var _ = readsHeard.listen(_ -> {});
    }

    /** Where a thread is in the keys. */
    @State(Scope.Thread)
    public static class Turn {
        private int next;

        String of(List<String> keys) {
            next = (next + 1) % KEYS;
            return keys.get(next);
        }
    }

    /** A call through a guard that has every policy but hedging, with the real clock. */
    @Benchmark
    public Long everyPolicy() throws Exception {
        return everyPolicy.call(callable);
    }

    @Benchmark
    public boolean clientThrottle(OwnTime time) {
        boolean passed = throttle.tryPass(time.nanos(), random);
        throttle.ended(Outcome.SUCCESS, time.nanos());
        return passed;
    }

    /** A call that is answered before its hedge is due. */
    @Benchmark
    public HedgeTiming hedge(OwnTime time) {
        hedge.callBegan();
        HedgeTiming delay = hedge.timing(time.nanos());
        hedge.attemptEnded(Outcome.SUCCESS, LATENCY, time.nanos());
        return delay;
    }

    /** A request that is served at once, and done. */
    @Benchmark
    public Admission admission(OwnTime time) {
        return serve(admission, time);
    }

    /** The same while somebody listens. */
    @Benchmark
    public Admission admissionHeard(OwnTime time) {
        return serve(admissionHeard, time);
    }

    private static Admission serve(AdmissionQueue<String> queue, OwnTime time) {
        long now = time.nanos();
        var answered =
                queue.offer("work", new AdmissionRequest(Priority.CRITICAL, TENANT, new Deadline(now + LATENCY)), now);
        queue.finished(Priority.CRITICAL, Outcome.SUCCESS, 100, time.nanos());
        return answered;
    }

    /** A request that there is no room for. */
    @Benchmark
    public Admission admissionRefused(OwnTime time) {
        return full.offer("work", REQUEST, time.nanos());
    }

    /** What a cache decides about an entry that is fresh. */
    @Benchmark
    public CacheRead cacheHit() {
        return reads.read(LOOKUP, FRESH, LATENCY, random);
    }

    /** The same while somebody listens. */
    @Benchmark
    public CacheRead cacheHitHeard() {
        return readsHeard.read(LOOKUP, FRESH, LATENCY, random);
    }

    /** One of 1,000 keys that are all in use. */
    @Benchmark
    public Object keyedStates(OwnTime time, Turn turn) {
        return states.of(turn.of(keys), time.nanos());
    }

    @Benchmark
    public void latencyDistribution(OwnTime time) {
        latencies.record(LATENCY, time.nanos());
    }

    private Long answer() {
        return answer;
    }
}
