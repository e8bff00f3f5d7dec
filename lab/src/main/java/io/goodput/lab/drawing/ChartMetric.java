package io.goodput.lab.drawing;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.Timeline;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.wording.Scale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What is drawn over time. */
public enum ChartMetric {
    GOODPUT("goodput", "Goodput", "calls/s"),
    ATTEMPTS("attempts", "Attempts", "requests/s"),
    IN_FLIGHT("in-flight", "In flight", "requests"),
    LATENCY("latency", "Latency", "s");

    /** As in file names and keys. */
    public final String key;

    public final String title;

    private final String unit;

    ChartMetric(String key, String title, String unit) {
        this.key = key;
        this.title = title;
        this.unit = unit;
    }

    /** The same for all variants of a report: latencies are in milliseconds where all of them are below a second. */
    public String unit(ScenarioResult report) {
        return this == LATENCY ? time(report).unit() : unit;
    }

    /** Whether the runs make a band: one run does not, and percentiles are those of all runs pooled. */
    public boolean hasBand(ScenarioResult report) {
        return this != LATENCY && report.seeds() > 1;
    }

    /** The main curve of a variant: the mean of the runs, or the median latency. */
    public Curve curve(ScenarioResult report, VariantResult variant) {
        var timeline = variant.timeline();
        return switch (this) {
            case GOODPUT -> rate(timeline, timeline.goodput());
            case ATTEMPTS -> rate(timeline, timeline.attempts());
            // A level is read at the end of its step.
            case IN_FLIGHT -> Curve.of(timeline.inFlight(), timeline.step(), 1);
            case LATENCY ->
                latency(report, timeline.latency(), timeline.latency().p50());
        };
    }

    /** What it is held against: the offered load, for rates. */
    public @Nullable Curve reference(VariantResult variant) {
        return switch (this) {
            case GOODPUT, ATTEMPTS ->
                rate(variant.timeline(), variant.timeline().offered());
            case IN_FLIGHT, LATENCY -> null;
        };
    }

    /** The curve of what the slowest have to bear: the 99th percentile, for latency. */
    public @Nullable Curve tail(ScenarioResult report, VariantResult variant) {
        var latency = variant.timeline().latency();
        return this == LATENCY ? latency(report, latency, latency.p99()) : null;
    }

    private static Curve rate(Timeline timeline, Timeline.Band band) {
        return Curve.of(band, timeline.step(), 0.5);
    }

    private static Curve latency(ScenarioResult report, Timeline.Latency latency, double[] seconds) {
        var factor = time(report).factor();
        return Curve.of(DoubleStream.of(seconds).map(value -> value * factor).toArray(), latency.step(), 0.5);
    }

    private static Scale time(ScenarioResult report) {
        var largest = 0.0;
        for (var variant : report.variants()) {
            largest = Math.max(largest, max(variant.timeline().latency().p99()));
        }
        return Scale.time(largest);
    }

    /**
     * One axis for the charts of all variants. That of latency is logarithmic: what backs off and succeeds at last
     * takes many times as long as the median, which is to be seen as well.
     */
    public Axis axis(ScenarioResult report) {
        return this == LATENCY ? Axis.decades(smallest(report), largest(report)) : Axis.upTo(largest(report), 5);
    }

    private double smallest(ScenarioResult report) {
        return report.variants().stream()
                .flatMapToDouble(
                        variant -> DoubleStream.of(curve(report, variant).mean()))
                .filter(value -> value > 0)
                .min()
                .orElse(0);
    }

    private double largest(ScenarioResult report) {
        var largest = 0.0;
        for (var variant : report.variants()) {
            var curve = curve(report, variant);
            largest = Math.max(largest, max(curve.mean()));
            if (hasBand(report)) {
                largest = Math.max(largest, max(curve.high()));
            }
            largest = Math.max(largest, largest(reference(variant)));
            largest = Math.max(largest, largest(tail(report, variant)));
        }
        return largest;
    }

    private static double largest(@Nullable Curve curve) {
        return curve == null ? 0 : max(curve.mean());
    }

    private static double max(double[] values) {
        var max = 0.0;
        for (var value : values) {
            max = Double.isFinite(value) ? Math.max(max, value) : max;
        }
        return max;
    }
}
