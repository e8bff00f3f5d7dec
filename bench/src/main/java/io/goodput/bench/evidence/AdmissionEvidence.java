package io.goodput.bench.evidence;

import io.goodput.admission.AdmissionSettings;
import io.goodput.admission.Discipline;
import io.goodput.admission.Feasibility;
import io.goodput.admission.Priority;
import io.goodput.bench.evidence.OverloadedServer.Load;
import io.goodput.bench.evidence.OverloadedServer.Traffic;
import io.goodput.sim.Estimate;
import io.goodput.sim.Replications;
import io.goodput.sim.stat.Estimates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A server of ten slots and 10 ms a request, so 1,000 a second, gets 800 a second, then 2,000 for five seconds, then
 * 800 again. An answer counts if it comes within 250 ms. What the queue in front of it makes of that.
 */
public final class AdmissionEvidence {
    /** Each discipline alone: room as given, one priority, one tenant, no other limit to the wait. */
    private static final AdmissionSettings BARE = AdmissionSettings.STANDARD
            .withMaxWait(AdmissionSettings.UNLIMITED)
            .withFeasibility(Feasibility.OFF)
            .withFair(false);

    private static final int SEEDS = 20;

    private final int seeds;
    private final Replications replications =
            new Replications(Math.max(1, Runtime.getRuntime().availableProcessors()));

    AdmissionEvidence(int seeds) {
        this.seeds = seeds;
    }

    /** Prints the tables. */
    public static void main(String... args) throws InterruptedException {
        var evidence = new AdmissionEvidence(SEEDS);
        System.out.printf("%d seeds, mean and 95 %% interval%n%n", SEEDS);
        evidence.printDisciplines();
        evidence.printCriticalities();
        evidence.printTenants();
    }

    /** The disciplines, the name first, and whether the queue knows the deadlines. */
    static Map<String, Load> disciplines() {
        var all = new LinkedHashMap<String, Load>();
        all.put("FIFO, unbounded", alike(BARE.withDiscipline(Discipline.FIFO).withCapacity(1_000_000), false));
        all.put("FIFO, room for 1000", alike(BARE.withDiscipline(Discipline.FIFO), false));
        all.put("FIFO, room for 100", alike(BARE.withDiscipline(Discipline.FIFO).withCapacity(100), false));
        all.put("LIFO", alike(BARE.withDiscipline(Discipline.LIFO), false));
        all.put("adaptive LIFO", alike(BARE.withDiscipline(Discipline.ADAPTIVE_LIFO), false));
        all.put("CoDel", alike(BARE.withDiscipline(Discipline.CODEL), false));
        all.put("CoDel, adaptive LIFO", alike(BARE.withDiscipline(Discipline.CODEL_ADAPTIVE_LIFO), false));
        all.put("FIFO, expired dropped", alike(BARE.withDiscipline(Discipline.FIFO), true));
        all.put(
                "FIFO, deadline-aware",
                alike(BARE.withDiscipline(Discipline.FIFO).withFeasibility(Feasibility.STANDARD), true));
        all.put("standard", alike(AdmissionSettings.STANDARD, true));
        return all;
    }

    private static Load alike(AdmissionSettings settings, boolean deadlines) {
        return new Load(settings, Traffic.ALIKE, deadlines);
    }

    private void printDisciplines() throws InterruptedException {
        System.out.println("discipline              in time (%)    p99 (ms)       p99 calm (ms)  recovery (s)");
        for (Map.Entry<String, Load> discipline : disciplines().entrySet()) {
            List<OverloadedServer> runs = run(discipline.getValue());
            System.out.printf(
                    "%-22s  %-13s  %-13s  %-13s  %s%n",
                    discipline.getKey(),
                    text(runs, OverloadedServer::inTimePercent),
                    text(runs, OverloadedServer::p99Millis),
                    text(runs, OverloadedServer::calmP99Millis),
                    text(runs, OverloadedServer::recoverySeconds));
        }
        System.out.println();
    }

    private void printCriticalities() throws InterruptedException {
        var alike = run(new Load(AdmissionSettings.STANDARD, Traffic.CRITICALITIES_UNTOLD, true));
        var told = run(new Load(AdmissionSettings.STANDARD, Traffic.CRITICALITIES, true));
        System.out.println("in time (%)                     all alike      by criticality");
        for (Priority priority : OverloadedServer.MIX) {
            System.out.printf(
                    "%-30s  %-13s  %s%n",
                    priority,
                    text(alike, run -> run.inTimePercent(priority)),
                    text(told, run -> run.inTimePercent(priority)));
        }
        System.out.println();
    }

    private void printTenants() throws InterruptedException {
        var settings = BARE.withDiscipline(Discipline.FIFO).withCapacity(100);
        System.out.println("queue                 fair   noisy in time (%)  others in time (%)  others' p99 (ms)");
        for (boolean standard : new boolean[] {false, true}) {
            for (boolean fair : new boolean[] {false, true}) {
                var of = standard ? AdmissionSettings.STANDARD.withFair(fair) : settings.withFair(fair);
                List<OverloadedServer> runs = run(new Load(of, Traffic.NOISY_TENANT, true));
                System.out.printf(
                        "%-20s  %-5s  %-17s  %-18s  %s%n",
                        standard ? "standard" : "FIFO, room for 100",
                        fair ? "yes" : "no",
                        text(runs, OverloadedServer::noisyInTimePercent),
                        text(runs, OverloadedServer::othersInTimePercent),
                        text(runs, OverloadedServer::othersP99Millis));
            }
        }
    }

    List<OverloadedServer> run(Load load) throws InterruptedException {
        return replications.run(seeds, seed -> OverloadedServer.run(seed, load));
    }

    static Estimate mean(List<OverloadedServer> runs, ToDoubleFunction<OverloadedServer> figure) {
        return Estimates.mean(runs.stream().mapToDouble(figure).toArray());
    }

    private static String text(List<OverloadedServer> runs, ToDoubleFunction<OverloadedServer> figure) {
        Estimate mean = mean(runs, figure);
        return String.format(Locale.ROOT, "%.1f ±%.1f", mean.mean(), mean.high() - mean.mean());
    }
}
