package io.goodput.telemetry.expose;

import io.goodput.Outcome;
import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.Exemplars;
import io.goodput.telemetry.aggregate.SeriesKey;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.goodput.telemetry.record.PlainUnit;
import io.goodput.telemetry.record.RecordOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** A service that has run for a minute, and what it should look like. */
final class ExposedService {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    final Aggregates aggregates = new Aggregates(
            new RecordOrigin("orders", "i-1", "2.7"),
            SeriesRegistry.Settings.STANDARD,
            0,
            Instant.parse("2026-11-30T12:00:00Z"));
    final Exemplars exemplars = new Exemplars(_ -> {});

    ExposedService() {
        SeriesRegistry registry = aggregates.registry();
        registry.counter(SeriesKey.of("carts_abandoned_total", Map.of("tenant", "ac\"me\\\n\u001b[31m\u00e9")))
                .add(7);
        registry.level(SeriesKey.of("queue_depth", Map.of())).set(2.5);
        for (int i = 1; i <= 100; i++) {
            end(PlainUnit.of(0xabcdef, i).nanos(i * MILLI), i * MILLI);
        }
        end(PlainUnit.of(0xabcdef, 0xbad).nanos(2 * SECOND).outcome(Outcome.TIMEOUT), 2 * SECOND);
        for (long second = 1; second <= 60; second++) {
            aggregates.tick(second * SECOND);
        }
    }

    private void end(PlainUnit unit, long now) {
        aggregates.heard(unit, now);
        exemplars.leave(unit);
    }

    static String golden(String name) {
        try (var file = ExposedService.class.getResourceAsStream(name)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
