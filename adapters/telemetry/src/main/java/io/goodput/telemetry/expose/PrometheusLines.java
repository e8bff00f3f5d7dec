package io.goodput.telemetry.expose;

import io.goodput.telemetry.aggregate.Exemplar;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the text formats of Prometheus, with values of labels escaped: the plain one, or that of OpenMetrics. Not
 * thread-safe.
 */
public final class PrometheusLines {
    private static final List<String> UNITS = List.of("seconds", "bytes", "ratio");
    private static final long MICROS = 1_000;

    private final boolean openMetrics;
    private final Appendable out;

    /** Of that format. */
    public PrometheusLines(boolean openMetrics, Appendable out) {
        this.openMetrics = openMetrics;
        this.out = out;
    }

    /**
     * What comes before the samples of a name.
     *
     * @param type {@code counter}, {@code gauge} or {@code histogram}
     * @param help for people, without a line break; null for none
     */
    public void head(String name, String type, @Nullable String help) throws IOException {
        if (help != null) {
            out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        }
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        for (String unit : UNITS) {
            if (openMetrics && name.endsWith("_" + unit)) {
                out.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
            }
        }
    }

    /**
     * A number.
     *
     * @param value as {@link #number} writes it
     */
    public void sample(String name, Map<String, String> labels, String value) throws IOException {
        sample(name, labels, value, null);
    }

    /** A number, and the trace that it leads to, if the format can say so. */
    void sample(String name, Map<String, String> labels, String value, @Nullable Exemplar exemplar) throws IOException {
        out.append(name);
        String before = "{";
        for (Map.Entry<String, String> label : labels.entrySet()) {
            out.append(before).append(label.getKey()).append("=\"");
            escape(label.getValue());
            out.append('"');
            before = ",";
        }
        out.append(labels.isEmpty() ? " " : "} ").append(value);
        if (openMetrics && exemplar != null) {
            out.append(" # {trace_id=\"").append(exemplar.trace()).append("\"} ");
            out.append(PrometheusHistogram.seconds(exemplar.nanos())).append(' ');
            out.append(PrometheusHistogram.seconds(exemplar.epochNanos() / MICROS * MICROS));
        }
        out.append('\n');
    }

    private void escape(String value) throws IOException {
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            switch (each) {
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                case '\n' -> out.append("\\n");
                default -> out.append(Character.isISOControl(each) ? '\ufffd' : each);
            }
        }
    }

    /** A number as both formats write it. */
    public static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
