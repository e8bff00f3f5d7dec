package io.goodput.bench.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;

/**
 * Counters and timers in alternated slices of one run: each in turn, over and over, so that other work on the machine
 * meets all of them. Prints the median of the slices of each, the best slice, and the median over the rounds of its
 * ratio to the first's, with the interval in which that median lies with 95 %.
 */
public final class HandleSlices {
    private static final int ROUNDS = 200;
    private static final int WARM = 40;
    private static final int CALLS = 100_000;
    private static final double NORMAL_95 = 1.96;

    private HandleSlices() {}

    /** Some calls of one of them. */
    private interface Calls {
        void run(TimerBenchmark.Times times);
    }

    /** Takes what to measure, {@code counter}, {@code timer} or {@code end}; without it, all. */
    public static void main(String... arguments) throws Exception {
        List<String> wanted = arguments.length == 0 ? List.of("counter", "timer", "end") : List.of(arguments);
        for (int threads : new int[] {1, 2}) {
            if (wanted.contains("counter")) {
                print("counter", threads, counters());
            }
            if (wanted.contains("timer")) {
                print("timer", threads, timers());
            }
        }
        if (wanted.contains("end")) {
            print("end of a unit", 1, ends());
        }
    }

    private static Map<String, Calls> ends() {
        var end = new EndedUnitBenchmark();
        var mine = new EndedUnitBenchmark.Mine();
        Map<String, Calls> calls = new LinkedHashMap<>();
        calls.put("sampled out", _ -> end.sampledOut(mine));
        calls.put("counted", _ -> end.counted(mine));
        calls.put("counted from its beginning", _ -> end.countedFromBegin(mine));
        calls.put("attempt counted", _ -> end.attemptCounted());
        return calls;
    }

    private static Map<String, Calls> counters() {
        var counter = new CounterBenchmark();
        Map<String, Calls> calls = new LinkedHashMap<>();
        calls.put("goodput", _ -> counter.goodput());
        calls.put("LongAdder", _ -> counter.baseline());
        calls.put("Micrometer", _ -> counter.micrometer());
        calls.put("Micrometer, Prometheus", _ -> counter.micrometerPrometheus());
        calls.put("Spectator", _ -> counter.spectator());
        calls.put("OpenTelemetry", _ -> counter.openTelemetry());
        return calls;
    }

    private static Map<String, Calls> timers() {
        var timer = new TimerBenchmark();
        Map<String, Calls> calls = new LinkedHashMap<>();
        calls.put("goodput", timer::goodput);
        calls.put("HdrHistogram, Recorder", timer::baseline);
        calls.put("Micrometer", timer::micrometer);
        calls.put("Micrometer, histogram", timer::micrometerHistogram);
        calls.put("Spectator", timer::spectator);
        calls.put("Spectator, percentiles", timer::spectatorPercentiles);
        calls.put("OpenTelemetry", timer::openTelemetry);
        return calls;
    }

    private static void print(String what, int threads, Map<String, Calls> all) throws Exception {
        Map<String, double[]> nanos = new LinkedHashMap<>();
        all.keySet().forEach(name -> nanos.put(name, new double[ROUNDS]));
        for (int round = -WARM; round < ROUNDS; round++) {
            for (Map.Entry<String, Calls> each : all.entrySet()) {
                double took = slice(each.getValue(), threads);
                if (round >= 0) {
                    Objects.requireNonNull(nanos.get(each.getKey()))[round] = took;
                }
            }
        }
        System.out.printf("%n| %s, %d threads | best, ns | median, ns | × first | 95 %% |%n", what, threads);
        System.out.println("|:---|---:|---:|---:|---:|");
        double[] first = nanos.values().iterator().next();
        nanos.forEach((name, theirs) -> print(name, theirs, first));
    }

    private static void print(String name, double[] theirs, double[] ours) {
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, round -> theirs[round] / ours[round]);
        double[] sorted = sorted(ratios);
        int half = (int) Math.ceil(NORMAL_95 * Math.sqrt(ROUNDS) / 2);
        System.out.printf(
                "| %s | %.1f | %.1f | %.2f | %.2f–%.2f |%n",
                name,
                sorted(theirs)[0],
                sorted(theirs)[ROUNDS / 2],
                sorted[ROUNDS / 2],
                sorted[ROUNDS / 2 - half],
                sorted[ROUNDS / 2 + half]);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Nanoseconds that a call takes, each thread making so many at once. */
    private static double slice(Calls calls, int threads) throws Exception {
        if (threads == 1) {
            return run(calls);
        }
        var start = new CyclicBarrier(threads);
        double[] took = new double[threads];
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int mine = i;
            running.add(Thread.ofPlatform().start(() -> {
                try {
                    start.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                took[mine] = run(calls);
            }));
        }
        for (Thread each : running) {
            each.join();
        }
        return Arrays.stream(took).average().orElseThrow();
    }

    private static double run(Calls calls) {
        var times = new TimerBenchmark.Times();
        long began = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            calls.run(times);
        }
        return (System.nanoTime() - began) / (double) CALLS;
    }
}
