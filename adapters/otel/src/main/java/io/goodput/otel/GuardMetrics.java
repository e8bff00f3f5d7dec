package io.goodput.otel;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import io.goodput.event.Subscription;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardEvent;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.AttemptFacts;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallRefused;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What guards do, as metrics:
 *
 * <table>
 * <caption>The metrics of a guard, all with the attribute {@code goodput.guard}, its name</caption>
 * <tr><th>metric</th><th>attributes</th><th>what</th></tr>
 * <tr><td>{@code goodput.call.duration}</td><td>{@code goodput.outcome}, {@code error.type} of a failure</td><td>
 * histogram, s</td></tr>
 * <tr><td>{@code goodput.attempt.duration}</td><td>the same, and {@code goodput.kind}: {@code first}, {@code retry},
 * {@code hedge}</td><td>histogram, s</td></tr>
 * <tr><td>{@code goodput.refusals}</td><td>{@code goodput.refusal.reason}</td><td>counter, zeros included</td></tr>
 * </table>
 *
 * <p>Attributes are made beforehand, and none has a value that comes from outside.
 */
public final class GuardMetrics {
    private static final double NANOS = 1e9;

    private final DoubleHistogram calls;
    private final DoubleHistogram attempts;
    private final LongCounter refusals;

    /** By that meter. */
    public GuardMetrics(Meter meter) {
        calls = meter.histogramBuilder("goodput.call.duration")
                .setUnit("s")
                .setDescription("How long calls took")
                .build();
        attempts = meter.histogramBuilder("goodput.attempt.duration")
                .setUnit("s")
                .setDescription("How long attempts took")
                .build();
        refusals = meter.counterBuilder("goodput.refusals")
                .setUnit("{refusal}")
                .setDescription("Calls that were not sent, or not sent again")
                .build();
    }

    /** Counts what the guard does, until the subscription is closed. */
    public Subscription watch(Guard guard) {
        return guard.listen(new Watched(guard.name()));
    }

    private final class Watched implements Consumer<GuardEvent> {
        private final Map<Outcome, Attributes> ofCalls;
        private final Map<Outcome, Attributes> ofFirsts;
        private final Map<Outcome, Attributes> ofRetries;
        private final Map<Outcome, Attributes> ofHedges;
        private final Map<Reason, Attributes> ofRefusals;

        Watched(String guard) {
            Attributes named = Attributes.of(AttributeNames.GUARD, guard);
            ofCalls = byOutcome(named);
            ofFirsts = byOutcome(with(named, "first"));
            ofRetries = byOutcome(with(named, "retry"));
            ofHedges = byOutcome(with(named, "hedge"));
            ofRefusals = each(
                    Reason.class,
                    reason -> named.toBuilder()
                            .put(AttributeNames.REASON, reason.name())
                            .build());
            ofRefusals.values().forEach(attributes -> refusals.add(0, attributes));
        }

        @Override
        public void accept(GuardEvent event) {
            switch (event) {
                case CallEnded ended ->
                    record(
                            calls,
                            ofCalls,
                            ended.outcome(),
                            ended.at() - ended.call().startedAt());
                case AttemptEnded ended -> {
                    AttemptFacts attempt = ended.attempt();
                    record(attempts, ofKind(attempt), ended.outcome(), ended.at() - attempt.startedAt());
                }
                case CallRefused refused -> {
                    Attributes attributes = ofRefusals.get(refused.refusal().reason());
                    refusals.add(1, attributes == null ? Attributes.empty() : attributes);
                }
                case GuardEvent.CallBegan _, GuardEvent.AttemptBegan _, GuardEvent.RetryScheduled _ -> {}
            }
        }

        private Map<Outcome, Attributes> ofKind(AttemptFacts attempt) {
            if (attempt.hedge()) {
                return ofHedges;
            }
            return attempt.number() == 1 ? ofFirsts : ofRetries;
        }
    }

    private static void record(DoubleHistogram histogram, Map<Outcome, Attributes> by, Outcome outcome, long nanos) {
        Attributes attributes = by.get(outcome);
        histogram.record(nanos / NANOS, attributes == null ? Attributes.empty() : attributes);
    }

    private static Attributes with(Attributes named, String kind) {
        return named.toBuilder().put(AttributeNames.KIND, kind).build();
    }

    private static Map<Outcome, Attributes> byOutcome(Attributes named) {
        return each(Outcome.class, outcome -> {
            AttributesBuilder made = named.toBuilder().put(AttributeNames.OUTCOME, outcome.name());
            if (outcome != Outcome.SUCCESS) {
                made = made.put(AttributeNames.ERROR_TYPE, outcome.name());
            }
            return made.build();
        });
    }

    private static <E extends Enum<E>> Map<E, Attributes> each(Class<E> words, Function<E, Attributes> made) {
        Map<E, Attributes> all = new EnumMap<>(words);
        for (E word : words.getEnumConstants()) {
            all.put(word, made.apply(word));
        }
        return all;
    }
}
