package io.goodput.telemetry.policy;

import io.goodput.telemetry.aggregate.CounterHandle;
import io.goodput.telemetry.aggregate.LevelHandle;
import io.goodput.telemetry.aggregate.SeriesKey;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One policy and its series. Of the thread that ticks. */
final class WatchedPolicy {
    private static final System.Logger LOGGER = System.getLogger(WatchedPolicy.class.getName());

    private final String policy;
    private final String name;
    private final Supplier<PolicyFigures> figures;
    private final SeriesRegistry registry;
    private final Map<String, LevelHandle> levels = new HashMap<>();
    private final Map<String, CounterHandle> counters = new HashMap<>();
    private Map<String, Long> before = Map.of();
    private boolean failed;

    WatchedPolicy(String policy, String name, Supplier<PolicyFigures> figures, SeriesRegistry registry) {
        this.policy = policy;
        this.name = name;
        this.figures = figures;
        this.registry = registry;
    }

    String policy() {
        return policy;
    }

    String name() {
        return name;
    }

    /** Tells its series; null if its snapshot fails, which is logged once, and does not keep others from being read. */
    @Nullable PolicyFigures read() {
        PolicyFigures now;
        try {
            now = figures.get();
        } catch (RuntimeException failure) {
            if (!failed) {
                LOGGER.log(Level.WARNING, "no figures of the " + policy + " " + name + ": " + failure);
            }
            failed = true;
            return null;
        }
        failed = false;
        tell(now);
        return now;
    }

    private void tell(PolicyFigures now) {
        now.levels().forEach((figure, height) -> level(figure).set(height));
        now.counts().forEach((figure, many) -> count(figure).add(many - before.getOrDefault(figure, 0L)));
        before = now.counts();
    }

    private LevelHandle level(String figure) {
        return levels.computeIfAbsent(figure, each -> registry.level(key("goodput_policy_level", each)));
    }

    private CounterHandle count(String figure) {
        return counters.computeIfAbsent(figure, each -> registry.counter(key("goodput_policy_total", each)));
    }

    private SeriesKey key(String series, String figure) {
        return SeriesKey.of(series, Map.of("policy", policy, "name", name, "figure", figure));
    }
}
