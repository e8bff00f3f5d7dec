package io.goodput.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How measurements are shown. Ratios, rates and the order are those of the medians. */
enum Table {
    /** What a call costs, beside the baseline of its group and the fastest of its peers. */
    COST("""
            | | threads | ns/op | ± | median | B/op | × baseline | × fastest peer |
            |:---|---:|---:|---:|---:|---:|---:|---:|
            """) {
        @Override
        String line(Measurement m, List<Measurement> all) {
            return "| %s | %d | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            m.name(),
                            m.threads(),
                            number("%.1f", m.nanos()),
                            number("%.1f", m.error()),
                            number("%.1f", m.median()),
                            number("%.0f", m.bytes()),
                            number("%.1f", m.median() / fastest(m, all, Measurement::isBaseline)),
                            Shortfall.isSlower(m, all) ? "**" + overPeer(m, all) + "**" : overPeer(m, all));
        }

        private String overPeer(Measurement m, List<Measurement> all) {
            return number("%.2f", m.median() / fastest(m, all, Measurement::isPeer));
        }
    },

    /** What something costs that has no peer. */
    ALONE("""
            | | threads | ns/op | ± | median | B/op |
            |:---|---:|---:|---:|---:|---:|
            """) {
        @Override
        String line(Measurement m, List<Measurement> all) {
            return "| %s | %d | %s | %s | %s | %s |\n"
                    .formatted(
                            m.name(),
                            m.threads(),
                            number("%.1f", m.nanos()),
                            number("%.1f", m.error()),
                            number("%.1f", m.median()),
                            number("%.0f", m.bytes()));
        }
    },

    /** What a simulated event costs, and how many there are in a second of each thread. */
    EVENTS("""
            | | threads | million events/s of each | ns/event | ± | median | B/event |
            |:---|---:|---:|---:|---:|---:|---:|
            """) {
        @Override
        String line(Measurement m, List<Measurement> all) {
            return "| %s | %d | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            m.name(),
                            m.threads(),
                            number("%.1f", 1e3 / m.median()),
                            number("%.1f", m.nanos()),
                            number("%.1f", m.error()),
                            number("%.1f", m.median()),
                            number("%.0f", m.bytes()));
        }
    },

    /** How long something takes that is done once. */
    SECONDS("""
            | | s | ± | median |
            |:---|---:|---:|---:|
            """) {
        @Override
        String line(Measurement m, List<Measurement> all) {
            return "| %s | %s | %s | %s |\n"
                    .formatted(
                            m.name(),
                            number("%.1f", m.nanos() / 1e9),
                            number("%.1f", m.error() / 1e9),
                            number("%.1f", m.median() / 1e9));
        }
    };

    private final String head;

    Table(String head) {
        this.head = head;
    }

    abstract String line(Measurement m, List<Measurement> all);

    String of(List<Measurement> measurements) {
        var text = new StringBuilder(head);
        measurements.stream().sorted(Measurement.ORDER).forEach(m -> text.append(line(m, measurements)));
        return text.toString();
    }

    private static double fastest(Measurement m, List<Measurement> all, Predicate<Measurement> among) {
        var fastest = m.fastest(all, among);
        return fastest == null ? Double.NaN : fastest.median();
    }

    static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }
}
