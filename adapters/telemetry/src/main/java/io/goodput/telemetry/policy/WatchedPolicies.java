package io.goodput.telemetry.policy;

import io.goodput.admission.AdmissionSnapshot;
import io.goodput.balance.BalancerSnapshot;
import io.goodput.breaker.BreakerSnapshot;
import io.goodput.cache.CoalescerSnapshot;
import io.goodput.cache.FreshnessSnapshot;
import io.goodput.event.Subscription;
import io.goodput.limit.LimitSnapshot;
import io.goodput.limit.RateLimitSnapshot;
import io.goodput.limit.ThrottleSnapshot;
import io.goodput.telemetry.aggregate.CriticalSections;
import io.goodput.telemetry.aggregate.SectionWarning;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.goodput.telemetry.record.Exit;
import io.goodput.telemetry.record.RecordOrigin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a process that are watched, each by the name that whoever adds it gives. Each one's snapshot is read
 * once a second, on the thread that ticks: {@code policies.breaker("inventory", breaker::snapshot)}.
 */
public final class WatchedPolicies {
    /** WatchedPolicies that are watched; more are not. */
    public static final int MOST = 1_000;

    private static final long SECOND = 1_000_000_000L;
    private static final int SECONDS_A_RECORD = 10;

    private final RecordOrigin origin;
    private final SeriesRegistry registry;
    private final Exit exit;
    private final InstantSource clock;
    private final List<WatchedPolicy> all = new CopyOnWriteArrayList<>();
    private volatile @Nullable CriticalSections sections;
    private long seconds = Long.MIN_VALUE;

    /**
     * Without any.
     *
     * @param registry has the series
     * @param exit takes the records
     * @param clock dates them
     */
    public WatchedPolicies(RecordOrigin origin, SeriesRegistry registry, Exit exit, InstantSource clock) {
        this.origin = origin;
        this.registry = registry;
        this.exit = exit;
        this.clock = clock;
    }

    /** Watches a breaker, or one of many keys. */
    public Subscription breaker(String name, Supplier<BreakerSnapshot> snapshot) {
        return add("breaker", name, () -> PolicyFigures.of(snapshot.get()));
    }

    /** Watches a limit of concurrency. */
    public Subscription limit(String name, Supplier<LimitSnapshot> snapshot) {
        return add("limit", name, () -> PolicyFigures.of(snapshot.get()));
    }

    /** Watches a limit of rates. */
    public Subscription rateLimit(String name, Supplier<RateLimitSnapshot> snapshot) {
        return add("rate-limit", name, () -> PolicyFigures.of(snapshot.get()));
    }

    /** Watches a throttle of a client. */
    public Subscription throttle(String name, Supplier<ThrottleSnapshot> snapshot) {
        return add("throttle", name, () -> PolicyFigures.of(snapshot.get()));
    }

    /** Watches a balancer. */
    public Subscription balancer(String name, Supplier<BalancerSnapshot> snapshot) {
        return add("balancer", name, () -> PolicyFigures.of(snapshot.get()));
    }

    /** Watches the freshness of a cache. */
    public Subscription freshness(String name, Supplier<FreshnessSnapshot> snapshot) {
        return add("freshness", name, () -> PolicyFigures.of(snapshot.get()));
    }

    /** Watches what joins the loads of a cache. */
    public Subscription coalescer(String name, Supplier<CoalescerSnapshot> snapshot) {
        return add("coalescer", name, () -> PolicyFigures.of(snapshot.get()));
    }

    /** Watches the queue of admission. */
    public Subscription admission(String name, Supplier<AdmissionSnapshot> snapshot) {
        return add("admission", name, () -> PolicyFigures.of(snapshot.get()));
    }

    /** Writes how near saturation these are, each with the policies, and at once when there is a warning or no more. */
    public Subscription sections(CriticalSections watched) {
        sections = watched;
        return watched.listen(this::write);
    }

    private void write(SectionWarning section) {
        exit.leave(new PolicyRecord(origin, epochNanos(), "section", section.section(), PolicyFigures.of(section)));
    }

    private synchronized Subscription add(String policy, String name, Supplier<PolicyFigures> figures) {
        if (all.size() >= MOST) {
            throw new IllegalStateException("policies: more than " + MOST + " (expected: close those that are gone)");
        }
        var watched = new WatchedPolicy(policy, name, figures, registry);
        all.add(watched);
        return () -> all.remove(watched);
    }

    /** Reads all once in each second that is new, and writes them in each tenth. Whoever drives calls it more often. */
    public synchronized void tick(long now) {
        long second = Math.floorDiv(now, SECOND);
        if (second <= seconds) {
            return;
        }
        boolean write = Math.floorDiv(second, SECONDS_A_RECORD) > Math.floorDiv(seconds, SECONDS_A_RECORD);
        seconds = second;
        for (WatchedPolicy watched : all) {
            PolicyFigures figures = watched.read();
            if (write && figures != null) {
                exit.leave(new PolicyRecord(origin, epochNanos(), watched.policy(), watched.name(), figures));
            }
        }
        CriticalSections looked = sections;
        if (write && looked != null) {
            looked.all().forEach(this::write);
        }
    }

    private long epochNanos() {
        Instant at = clock.instant();
        return at.getEpochSecond() * SECOND + at.getNano();
    }
}
