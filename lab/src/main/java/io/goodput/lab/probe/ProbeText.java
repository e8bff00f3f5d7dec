package io.goodput.lab.probe;

import io.goodput.config.quantity.Durations;
import io.goodput.config.quantity.Rates;
import io.goodput.lab.print.TextRows;
import io.goodput.latency.Latencies;
import io.goodput.load.RequestOutcome;
import io.goodput.load.fit.Goodness;
import io.goodput.load.fit.LinearFit;
import io.goodput.load.fit.UslFit;
import io.goodput.load.step.RateStep;
import java.util.Locale;
import java.util.stream.Collectors;

/** Findings for people: a row for each rate, the fits, and what follows. Latencies are in milliseconds. */
public final class ProbeText {
    private ProbeText() {}

    /** The report as lines of text. */
    public static String render(Findings findings) {
        var text = new StringBuilder();
        var table = new TextRows(
                "rate", "sent", "good/s", "errors", "p50", "p90", "p99", "p99.9", "max", "N", "lag p99", "valid");
        findings.result().steps().forEach(step -> row(table, step));
        text.append(table.text()).append('\n');
        findings.result().steps().stream()
                .filter(step -> step.errors() + step.notSent() > 0)
                .forEach(step -> text.append(failures(step)).append('\n'));
        text.append(capitalized(findings.result().ending().label())).append(". ");
        text.append(findings.result().requests()).append(" requests sent, warm-up included.\n");
        fits(findings, text);
        recommendation(findings, text);
        return text.toString();
    }

    private static void row(TextRows table, RateStep step) {
        Latencies latencies = step.latencies();
        table.row(
                Rates.format(step.rate()),
                Integer.toString(step.sent()),
                number(step.goodput(), 1),
                Integer.toString(step.errors()),
                millis(latencies, 50),
                millis(latencies, 90),
                millis(latencies, 99),
                millis(latencies, 99.9),
                millis(latencies, 100),
                number(step.concurrency(), 2),
                millis(step.lag(), 99),
                step.validity().label());
    }

    private static String failures(RateStep step) {
        String kinds = step.answers().entrySet().stream()
                .filter(kind -> kind.getKey() != RequestOutcome.GOOD)
                .map(kind -> kind.getValue() + " " + kind.getKey().label())
                .collect(Collectors.joining(", "));
        String unsent = step.notSent() == 0 ? "" : (kinds.isEmpty() ? "" : ", ") + step.notSent() + " not sent";
        return "At " + Rates.format(step.rate()) + ": " + kinds + unsent;
    }

    private static void fits(Findings findings, StringBuilder text) {
        LinearFit linear = findings.linear();
        if (linear != null) {
            text.append("Latency:    ").append(number(linear.base() * 1e3, 3)).append(" ms + ");
            text.append(number(linear.slope() * 1e3, 4)).append(" ms * N; ").append(goodness(linear.goodness()));
        }
        UslFit usl = findings.usl();
        if (usl != null) {
            text.append("Throughput: ").append(number(usl.lambda(), 2)).append("/s of one, contention ");
            text.append(number(100 * usl.sigma(), 3)).append(" %, coherence ");
            text.append(number(100 * usl.kappa(), 5)).append(" %; ").append(goodness(usl.goodness()));
            text.append("            ").append(peak(usl, findings.highest())).append('\n');
        }
        ServiceLaw law = findings.law();
        if (law != null) {
            text.append("Service:    ").append(law.text()).append("; ").append(goodness(law.goodness()));
        }
    }

    private static String peak(UslFit usl, double highest) {
        if (Double.isInfinite(usl.peak())) {
            return "No peak: throughput only ever rises.";
        }
        return "Peak at " + number(usl.peak(), 1) + " in flight"
                + (usl.peak() <= highest ? "." : ", outside of what was measured (up to " + number(highest, 1) + ").");
    }

    private static String goodness(Goodness goodness) {
        return "R² " + number(goodness.r2(), 3) + ", worst point off by " + number(100 * goodness.largestResidual(), 1)
                + " %" + (goodness.isGood() ? "" : ": a bad fit") + "\n";
    }

    private static void recommendation(Findings findings, StringBuilder text) {
        Recommendation recommended = findings.recommendation();
        if (recommended == null) {
            text.append("\nNo recommendation: ")
                    .append(String.join("; ", findings.reasons()))
                    .append(".\n");
            return;
        }
        text.append("\nSafe load:   ").append(number(recommended.rate(), 1)).append("/s\n");
        text.append("Concurrency: ").append(recommended.concurrency()).append('\n');
        text.append("Timeout:     ").append(Durations.format(recommended.roundedTimeout()));
        text.append(" (").append(recommended.timeout().text()).append(")\n");
    }

    private static String capitalized(String label) {
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    private static String millis(Latencies latencies, double p) {
        return latencies.count() == 0 ? "-" : number(latencies.percentile(p) / 1e6, 2);
    }

    private static String number(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
    }
}
