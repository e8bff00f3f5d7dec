package io.goodput.cli.logs;

import io.goodput.config.quantity.Durations;
import io.goodput.logs.file.TimeBounds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** From when to when: what is outside need not be read. */
final class TimeOptions {
    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "Records from then on: 2026-11-30T18:00:00Z, or 15m for that long ago.")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "Records before then, likewise.")
    private @Nullable Instant until;

    @Nullable Instant since() {
        return since;
    }

    @Nullable Instant until() {
        return until;
    }

    TimeBounds bounds() {
        return bounds(since, until);
    }

    static TimeBounds bounds(@Nullable Instant since, @Nullable Instant until) {
        return new TimeBounds(
                since == null ? TimeBounds.ALWAYS.since() : micros(since),
                until == null ? TimeBounds.ALWAYS.until() : micros(until));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** An instant, or how long ago it was. */
    static final class MomentConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return Character.isDigit(text.charAt(0)) && text.contains("T")
                        ? Instant.parse(text)
                        : Instant.now().minus(Durations.parse(text));
            } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException wrong) {
                throw new TypeConversionException(
                        text + " (expected: a time such as 2026-11-30T18:00:00Z, or 15m for that long ago)");
            }
        }
    }
}
