package io.goodput.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The table, with all that is needed to judge it and to get it again. */
final class Report {
    private static final Comparator<Measurement> ORDER = Comparator.comparing(Measurement::group)
            .thenComparingInt(Measurement::threads)
            .thenComparing(m -> !m.name().equals(Measurement.BASELINE))
            .thenComparingDouble(Measurement::nanos);

    private Report() {}

    static String markdown(Machine machine, Request request, List<Measurement> measurements) {
        var text = new StringBuilder();
        text.append("`%s` on %s, %s\n\n".formatted(request.command(), machine.date(), machine));
        if (request.quick()) {
            text.append("A quick run: it shows that the benchmarks run, not what they cost.\n\n");
        }
        text.append("| benchmark | threads | ns/op | ± | B/op | × baseline |\n");
        text.append("|:---|---:|---:|---:|---:|---:|\n");
        measurements.stream().sorted(ORDER).forEach(m -> text.append(line(m, measurements)));
        return text.toString();
    }

    private static String line(Measurement m, List<Measurement> all) {
        var ratio = all.stream()
                .filter(other -> other.isBaselineOf(m))
                .mapToDouble(baseline -> m.nanos() / baseline.nanos())
                .findFirst()
                .orElse(Double.NaN);
        return "| %s.%s | %d | %s | %s | %s | %s |\n"
                .formatted(
                        m.group(),
                        m.name(),
                        m.threads(),
                        number("%.1f", m.nanos()),
                        number("%.1f", m.error()),
                        number("%.0f", m.bytes()),
                        number("%.1f", ratio));
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }
}
