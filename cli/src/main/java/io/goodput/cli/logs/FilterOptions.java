package io.goodput.cli.logs;

import io.goodput.config.quantity.Durations;
import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.query.QuestionFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which records a ready-made question is about. */
final class FilterOptions {
    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "From then on: 2026-11-30T18:00:00Z, or 15m for that long ago.")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "Before then, likewise.")
    private @Nullable Instant until;

    @Option(names = "--operation", paramLabel = "NAME", description = "Of this operation only.")
    private @Nullable String operation;

    @Option(names = "--tenant", paramLabel = "NAME", description = "Of this tenant only.")
    private @Nullable String tenant;

    QuestionFilter filter() {
        return new QuestionFilter(since, until, operation, tenant);
    }

    /** What need not be read, as no record of another time counts. */
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
