package io.goodput.bench.load;

import com.sun.management.OperatingSystemMXBean;
import io.goodput.load.HttpTarget;
import io.goodput.load.http.HttpSettings;
import io.goodput.load.result.MeasuredLoad;
import io.goodput.load.run.LoadRun;
import io.goodput.load.traffic.ClosedPlan;
import io.goodput.load.traffic.OpenPlan;
import io.goodput.load.traffic.TrafficClass;
import io.goodput.load.traffic.WeightedTarget;
import io.goodput.sim.stat.LatencyHistogram;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

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
            return slice(result, false, before);
        };
    }

    /** At a rate; latencies are those that a peer measures, from when a request was sent. */
    static Generator open(double rate, String url, HttpSettings settings) {
        return seconds -> {
            double before = cpuMicros();
            MeasuredLoad result = new LoadRun(settings, _ -> {})
                    .open(new OpenPlan(
                            traffic(url, rate), false, 1, WARM_UP, Duration.ofSeconds(seconds), MOST_REQUESTS, 10_000));
            return slice(result, true, before);
        };
    }

    private static Slice slice(MeasuredLoad result, boolean open, double cpuBefore) {
        LatencyHistogram times = result.total().serviceTimes();
        return new Slice(
                result.total().throughput(),
                open ? times.percentile(0.5) / 1e3 : Double.NaN,
                open ? times.percentile(0.99) / 1e3 : Double.NaN,
                (cpuMicros() - cpuBefore) / result.total().sent());
    }

    private static double cpuMicros() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e3;
    }
}
