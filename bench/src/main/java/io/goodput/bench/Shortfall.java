package io.goodput.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where ours is slower than the fastest peer in its table, or allocates anything at all.
 *
 * @param fastest the fastest peer with as many threads; null if there is no peer
 */
record Shortfall(Measurement ours, @Nullable Measurement fastest) {
    /** Half a percent is what a ratio is rounded to. */
    private static final double EQUAL = 1.005;

    /** JMH counts a little that is not the benchmark's. */
    private static final double NO_BYTES = 0.5;

    private static final String HEAD = """
            | | threads | × fastest peer | ns more | fastest peer | B/op |
            |:---|---:|---:|---:|:---|---:|
            """;

    static boolean isSlower(Measurement m, List<Measurement> all) {
        var fastest = m.fastest(all, Measurement::isPeer);
        return m.isOurs() && fastest != null && m.median() > EQUAL * fastest.median();
    }

    private static boolean allocates(Measurement m) {
        return m.isOurs() && m.bytes() >= NO_BYTES;
    }

    /**
     * A part for each group that falls short, with the reason that is known for it.
     *
     * @param titles what a group is called, in the order in which they are told
     */
    static String markdown(List<Measurement> all, Map<String, String> titles, Map<String, String> reasons) {
        var text = titles.keySet().stream()
                .map(group -> part(group, titles, all, reasons))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? "Nowhere in this run.\n" : text;
    }

    private static String part(
            String group, Map<String, String> titles, List<Measurement> all, Map<String, String> reasons) {
        var lines = all.stream()
                .filter(m -> m.group().equals(group))
                .filter(m -> isSlower(m, all) || allocates(m))
                .sorted(Measurement.ORDER)
                .map(m -> new Shortfall(m, m.fastest(all, Measurement::isPeer)).line())
                .collect(Collectors.joining());
        return lines.isEmpty()
                ? ""
                : "### " + titles.get(group) + ": " + group + "\n" + HEAD + lines + "\n"
                        + reasons.getOrDefault(group, "Nobody has found out why yet.\n");
    }

    private String line() {
        var bytes = String.format(Locale.ROOT, "%.0f", ours.bytes());
        return fastest == null
                ? "| %s | %d | – | – | – | %s |\n".formatted(ours.name(), ours.threads(), bytes)
                : String.format(
                        Locale.ROOT,
                        "| %s | %d | %.2f | %.1f | %s, %.1f ns | %s |\n",
                        ours.name(),
                        ours.threads(),
                        ours.median() / fastest.median(),
                        ours.median() - fastest.median(),
                        fastest.name(),
                        fastest.median(),
                        bytes);
    }
}
