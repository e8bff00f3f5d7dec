package io.goodput.logs.record;

import io.goodput.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The object of dependencies by name. */
final class DependencyUseFields {
    private static final Map<String, Outcome> OUTCOMES = Stream.of(Outcome.values())
            .collect(Collectors.toUnmodifiableMap(
                    outcome -> outcome.name().toLowerCase(Locale.ROOT), Function.identity()));

    private long calls;
    private long first;
    private long retries;
    private long hedges;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private long refused;
    private Map<String, Long> refusals = Map.of();
    private Map<String, Long> errors = Map.of();
    private long micros;

    private DependencyUseFields() {}

    static void readAll(RecordFields fields, List<DependencyUse> all) {
        if (fields.openObject()) {
            for (String name = fields.next(); name != null; name = fields.next()) {
                if (fields.openObject()) {
                    all.add(new DependencyUseFields().read(fields, name));
                }
            }
        }
    }

    private DependencyUse read(RecordFields fields, String dependency) {
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "calls" -> calls = fields.number(0);
                case "first" -> first = fields.number(0);
                case "retries" -> retries = fields.number(0);
                case "hedges" -> hedges = fields.number(0);
                case "refused" -> refused = fields.number(0);
                case "refusals" -> refusals = fields.numbers();
                case "errors" -> errors = fields.numbers();
                case "us" -> micros = fields.number(0);
                default -> takeOutcome(OUTCOMES.get(name), fields);
            }
        }
        return new DependencyUse(
                dependency, calls, first, retries, hedges, outcomes, refused, refusals, errors, micros);
    }

    private void takeOutcome(@Nullable Outcome outcome, RecordFields fields) {
        if (outcome == null) {
            fields.skip();
        } else {
            outcomes.put(outcome, fields.number(0));
        }
    }
}
