package io.goodput.telemetry;

import io.goodput.Ticker;
import io.goodput.Timers;
import io.goodput.event.Subscription;
import io.goodput.guard.Guard;
import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.Exemplars;
import io.goodput.telemetry.cadence.Cadence;
import io.goodput.telemetry.file.RecordWriter;
import io.goodput.telemetry.policy.WatchedPolicies;
import io.goodput.telemetry.process.ProcessWatch;
import io.goodput.telemetry.sample.Sampler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What takes over units of work and what belongs beside them, put together: sampling before the writer, aggregates, the
 * snapshots of policies, and the process's own figures, if they are told; each driven by its thread until all is
 * closed, or by whoever has it.
 */
record Assembly(
        Sampler sampler,
        Exemplars exemplars,
        Aggregates aggregates,
        WatchedPolicies policies,
        @Nullable ProcessWatch process,
        @Nullable RecordWriter writer,
        List<Cadence> cadences)
        implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofMillis(100);

    /** Begins to drive all. */
    void begin(Ticker ticker) {
        cadences.add(Cadence.begin("telemetry", OFTEN, Timers.system(), _ -> tick(ticker.nanos())));
        if (process != null) {
            cadences.add(Cadence.begin("process", ProcessWatch.PERIOD, Timers.system(), _ -> process.tick()));
        }
    }

    /** Ends what is over. */
    void tick(long now) {
        sampler.tick(now);
        aggregates.tick(now);
        policies.tick(now);
    }

    /** Reads the snapshots of the guard's policies from now on. */
    List<Subscription> watch(Guard guard) {
        List<Subscription> all = new ArrayList<>();
        String name = guard.name();
        if (guard.breaker() != null) {
            all.add(policies.breaker(name, guard.breaker()::snapshot));
        }
        if (guard.limit() != null) {
            all.add(policies.limit(name, guard.limit()::snapshot));
        }
        if (guard.throttle() != null) {
            all.add(policies.throttle(name, guard.throttle()::snapshot));
        }
        if (guard.rateLimit() != null) {
            all.add(policies.rateLimit(name, guard.rateLimit()::snapshot));
        }
        if (guard.balancer() != null) {
            all.add(policies.balancer(name, guard.balancer()::snapshot));
        }
        return all;
    }

    /** Passes on what sampling holds, and writes what there is. */
    @Override
    public void close() {
        cadences.forEach(Cadence::close);
        sampler.close();
        aggregates.contributors().end();
        if (writer != null) {
            writer.close();
        }
    }
}
