package io.goodput.micrometer;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import io.goodput.guard.GuardEvent;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.AttemptFacts;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.guard.GuardEvent.RetryScheduled;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The meters of one guard, made beforehand. */
final class WatchedGuard implements Consumer<GuardEvent> {
    private final MeterRegistry registry;
    private final List<Meter> all = new ArrayList<>();
    private final Map<Outcome, Timer> calls;
    private final Map<Outcome, Timer> firsts;
    private final Map<Outcome, Timer> retries;
    private final Map<Outcome, Timer> hedges;
    private final Map<Reason, Counter> refusals;
    private final Timer backoff;

    /** Guards that it hears. Guarded by the monitor of {@link GuardMeters}. */
    int watchers;

    WatchedGuard(String guard, MeterRegistry registry) {
        this.registry = registry;
        Tags tags = Tags.of("guard", guard);
        calls = timers("goodput.guard.calls", "How long calls took", tags);
        firsts = attempts(tags, "first");
        retries = attempts(tags, "retry");
        hedges = attempts(tags, "hedge");
        refusals = each(
                Reason.class,
                reason -> Counter.builder("goodput.guard.refusals")
                        .description("Calls that were not sent, or not sent again")
                        .tags(tags.and("reason", reason.name()))
                        .register(registry));
        backoff = kept(Timer.builder("goodput.guard.backoff")
                .description("Waits before retries")
                .tags(tags)
                .register(registry));
    }

    private Map<Outcome, Timer> attempts(Tags tags, String kind) {
        return timers("goodput.guard.attempts", "How long attempts took", tags.and("kind", kind));
    }

    private Map<Outcome, Timer> timers(String name, String description, Tags tags) {
        return each(
                Outcome.class,
                outcome -> Timer.builder(name)
                        .description(description)
                        .tags(tags.and("outcome", outcome.name()))
                        .register(registry));
    }

    private <E extends Enum<E>, M extends Meter> Map<E, M> each(Class<E> words, Function<E, M> meter) {
        Map<E, M> meters = new EnumMap<>(words);
        for (E word : words.getEnumConstants()) {
            meters.put(word, kept(meter.apply(word)));
        }
        return meters;
    }

    private <M extends Meter> M kept(M meter) {
        all.add(meter);
        return meter;
    }

    @Override
    public void accept(GuardEvent event) {
        switch (event) {
            case CallEnded ended ->
                record(calls, ended.outcome(), ended.at() - ended.call().startedAt());
            case AttemptEnded ended -> {
                AttemptFacts attempt = ended.attempt();
                record(ofKind(attempt), ended.outcome(), ended.at() - attempt.startedAt());
            }
            case CallRefused refused -> {
                Counter counter = refusals.get(refused.refusal().reason());
                if (counter != null) {
                    counter.increment();
                }
            }
            case RetryScheduled retry -> backoff.record(retry.delayNanos(), TimeUnit.NANOSECONDS);
            case GuardEvent.CallBegan _, GuardEvent.AttemptBegan _ -> {}
        }
    }

    private Map<Outcome, Timer> ofKind(AttemptFacts attempt) {
        if (attempt.hedge()) {
            return hedges;
        }
        return attempt.number() == 1 ? firsts : retries;
    }

    private static void record(Map<Outcome, Timer> timers, Outcome outcome, long nanos) {
        Timer timer = timers.get(outcome);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    void leave() {
        all.forEach(registry::remove);
    }
}
