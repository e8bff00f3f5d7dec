package io.goodput.lab.fidelity;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.run.Experiment;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.sim.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Runs each scenario for real, variant after variant, and in the lab, and compares. The calls of a real run are due at
 * the instants of the lab's first seed. It lasts as long as the runs do: nothing else drives it.
 */
public final class Fidelity {
    /** The scenarios that come with it, in order. */
    private static final List<String> NAMES = List.of("overload", "retry-storm");

    /** Of the first scenario, before all: compilers are not part of the prediction. */
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private final List<Scenario> scenarios;
    private final int threads;

    /**
     * A comparison that has not begun.
     *
     * @param scenarios of slots and an open workload, without network delay
     * @param threads of the lab
     * @throws IllegalArgumentException if one of the scenarios cannot be had for real
     */
    public Fidelity(List<Scenario> scenarios, int threads) {
        this.scenarios = List.copyOf(scenarios);
        this.threads = threads;
        scenarios.forEach(Law::of);
    }

    /** The scenarios that come with it. */
    public static List<Scenario> scenarios() {
        return NAMES.stream().map(Fidelity::scenario).toList();
    }

    private static Scenario scenario(String name) {
        String file = name + ".yaml";
        try (InputStream in = Fidelity.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return ScenarioReader.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8), Path.of(""));
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }

    /** How many calls the real runs make, warm-up included. */
    public int calls() {
        int calls = warmUp().length;
        for (Scenario scenario : scenarios) {
            calls += due(scenario, scenario.plan().length()).length
                    * scenario.variants().size();
        }
        return calls;
    }

    /**
     * Runs all of it.
     *
     * @param progress told how many calls were made
     * @throws IOException if there is no port to listen on
     */
    public FidelityReport run(IntConsumer progress) throws IOException, InterruptedException {
        List<Point> points = new ArrayList<>();
        List<FidelityReport.Calls> calls = new ArrayList<>();
        warmUp(progress);
        int made = warmUp().length;
        for (Scenario scenario : scenarios) {
            var comparison = new Comparison(scenario, Law.of(scenario));
            ScenarioResult predicted = new Experiment(scenario, "./goodput lab fidelity", threads).run(_ -> {});
            for (VariantResult variant : predicted.variants()) {
                int before = made;
                Counts counts = real(
                        scenario, variant.name(), scenario.plan().length(), done -> progress.accept(before + done));
                made += counts.calls();
                points.addAll(comparison.points(variant, counts));
                calls.add(new FidelityReport.Calls(scenario.name(), variant.name(), counts.calls(), counts.outcomes()));
            }
        }
        return new FidelityReport(points, calls);
    }

    private void warmUp(IntConsumer progress) throws IOException, InterruptedException {
        Scenario first = scenarios.getFirst();
        real(first, first.variants().firstEntry().getKey(), WARM_UP, progress);
    }

    private static Counts real(Scenario scenario, String variant, Duration length, IntConsumer progress)
            throws IOException, InterruptedException {
        GuardSettings settings = Law.guard(scenario, variant);
        var streams = new Streams(scenario.plan().firstSeed());
        try (SlotHttpServer server = SlotHttpServer.of(Law.of(scenario), streams)) {
            return new RealRun(settings, variant, server.uri(), streams)
                    .run(due(scenario, length), length.toNanos(), progress);
        }
    }

    private long[] warmUp() {
        return due(scenarios.getFirst(), WARM_UP);
    }

    private static long[] due(Scenario scenario, Duration length) {
        var streams = new Streams(scenario.plan().firstSeed());
        return Law.of(scenario).due(length.toNanos(), streams.stream("arrivals"));
    }
}
