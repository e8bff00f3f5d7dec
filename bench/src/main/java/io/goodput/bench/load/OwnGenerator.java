package io.goodput.bench.load;

import com.sun.management.OperatingSystemMXBean;
import io.goodput.load.HttpTarget;
import io.goodput.load.http.HttpSettings;
import io.goodput.load.result.MeasuredLoad;
import io.goodput.load.result.MeasuredLoad.Trust;
import io.goodput.load.result.RequestCounts;
import io.goodput.load.run.LoadRun;
import io.goodput.load.traffic.ClosedPlan;
import io.goodput.load.traffic.OpenPlan;
import io.goodput.load.traffic.TrafficClass;
import io.goodput.load.traffic.WeightedTarget;
import io.goodput.sim.stat.LatencyHistogram;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The generator of the house, in this JVM. */
final class OwnGenerator {
    private static final int MOST_REQUESTS = 100_000_000;
    private static final Duration WARM_UP = Duration.ZERO;

    private OwnGenerator() {}

    private static List<TrafficClass> traffic(String url, double rate) {
        var target = new WeightedTarget(HttpTarget.of(url, null), 1);
        return List.of(new TrafficClass("own", rate, null, null, List.of(target)));
    }

    /** As many as are answered. */
    static Generator closed(String url, HttpSettings settings, int clients) {
        return seconds -> {
            double before = cpuMicros();
            MeasuredLoad result = new LoadRun(settings, _ -> {})
                    .closed(new ClosedPlan(
                            traffic(url, 1), 1, WARM_UP, Duration.ofSeconds(seconds), MOST_REQUESTS, clients));
            return slice(result, new LatencyHistogram(), before);
        };
    }

    /**
     * At a rate.
     *
     * @param times from when a request was due, or from when it was sent, which is what a peer measures
     */
    static Generator open(
            double rate, String url, HttpSettings settings, Function<RequestCounts, LatencyHistogram> times) {
        return seconds -> {
            double before = cpuMicros();
            MeasuredLoad result = new LoadRun(settings, _ -> {})
                    .open(new OpenPlan(
                            traffic(url, rate), false, 1, WARM_UP, Duration.ofSeconds(seconds), MOST_REQUESTS, 10_000));
            return slice(result, times.apply(result.total()), before);
        };
    }

    private static Slice slice(MeasuredLoad result, LatencyHistogram times, double cpuBefore) {
        RequestCounts total = result.total();
        return new Slice(
                total.throughput(), times, (cpuMicros() - cpuBefore) / total.sent(), result.trust() == Trust.FULL);
    }

    private static double cpuMicros() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e3;
    }
}
