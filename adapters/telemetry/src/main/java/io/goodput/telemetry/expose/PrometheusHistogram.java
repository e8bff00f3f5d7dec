package io.goodput.telemetry.expose;

import io.goodput.Outcome;
import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.Exemplar;
import io.goodput.telemetry.aggregate.Exemplars;
import io.goodput.telemetry.aggregate.SeriesTotal;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The times of one series, in seconds. Buckets end just below a power of two of nanoseconds, from 0.13 ms to 69 s,
 * where counts are exact.
 */
final class PrometheusHistogram {
    private static final int FIRST = 17;
    private static final int LAST = 36;
    private static final int NANO_DIGITS = 9;

    private final SeriesTotal total;
    private final @Nullable Exemplar exemplar;

    PrometheusHistogram(SeriesTotal total, Exemplars exemplars) {
        this.total = total;
        this.exemplar = exemplar(total, exemplars);
    }

    private static @Nullable Exemplar exemplar(SeriesTotal total, Exemplars exemplars) {
        String operation = total.key().labels().get("operation");
        String outcome = total.key().labels().get("outcome");
        if (!total.key().name().equals(Aggregates.WORK) || operation == null || outcome == null) {
            return null;
        }
        return exemplars
                .of(operation, Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)))
                .orElse(null);
    }

    void write(PrometheusLines lines) throws IOException {
        String name = total.key().name();
        long below = 0;
        for (int power = FIRST; power <= LAST; power++) {
            long end = (1L << power) - 1;
            writeBucket(lines, seconds(end), total.times().below(power), below, end);
            below = end + 1;
        }
        writeBucket(lines, "+Inf", total.count(), below, Long.MAX_VALUE);
        lines.sample(name + "_sum", total.key().labels(), seconds(total.sumNanos()));
        lines.sample(name + "_count", total.key().labels(), Long.toString(total.count()));
    }

    private void writeBucket(PrometheusLines lines, String end, long count, long from, long to) throws IOException {
        Map<String, String> labels = new TreeMap<>(total.key().labels());
        labels.put("le", end);
        Exemplar shown = exemplar != null && exemplar.nanos() >= from && exemplar.nanos() <= to ? exemplar : null;
        lines.sample(total.key().name() + "_bucket", labels, Long.toString(count), shown);
    }

    static String seconds(long nanos) {
        BigDecimal seconds = BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros();
        return (seconds.scale() < 1 ? seconds.setScale(1) : seconds).toPlainString();
    }
}
