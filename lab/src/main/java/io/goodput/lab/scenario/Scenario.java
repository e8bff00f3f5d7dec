package io.goodput.lab.scenario;

import io.goodput.lab.claim.Claim;
import io.goodput.lab.model.Model;
import io.goodput.sim.Span;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A scenario, ready to run.
 *
 * @param name as in the file
 * @param about one or two sentences: what it shows
 * @param source the file, to the letter
 * @param variants what is simulated: those that are compared, in the order of the file
 * @param plan how long, and how often
 * @param claims what is said of the figures
 * @param sweep the values that a key takes, each variant being run at all of them; null if none does
 */
public record Scenario(
        String name,
        String about,
        String source,
        SequencedMap<String, Model> variants,
        RunPlan plan,
        List<Claim> claims,
        @Nullable Sweep sweep) {
    /** Refuses what would run for days, or for ever. */
    public Scenario {
        new Effort(variants.values(), plan).refuseTooMuch();
    }

    /** The same with another plan. */
    public Scenario withPlan(RunPlan other) {
        return new Scenario(name, about, source, variants, other, claims, sweep);
    }

    /** When any of the variants departs from its base. */
    public List<Span> disturbances() {
        return variants.values().stream()
                .flatMap(model -> model.disturbances().stream())
                .distinct()
                .sorted(Comparator.comparingLong(Span::from).thenComparingLong(Span::to))
                .toList();
    }
}
