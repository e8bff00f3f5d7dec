package io.goodput.lab.scenario;

import io.goodput.config.problem.Echo;
import io.goodput.lab.claim.Claim;
import io.goodput.lab.claim.Term;
import io.goodput.lab.model.Model;
import java.util.Collection;
import java.util.LinkedHashMap;
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

    /**
     * The same with some of its variants, and without claims, which may be about the others.
     *
     * @throws IllegalArgumentException if it has no such variant
     */
    public Scenario withVariants(Collection<String> chosen) {
        List<String> known = sweep == null ? List.copyOf(variants.keySet()) : sweep.variants();
        for (String each : chosen) {
            if (!known.contains(each)) {
                throw new IllegalArgumentException(
                        Echo.of(each) + ": unknown variant (expected: one of " + String.join(", ", known) + ")");
            }
        }
        var kept = new LinkedHashMap<>(variants);
        kept.keySet().removeIf(each -> !chosen.contains(sweep == null ? each : Sweep.variant(each)));
        return new Scenario(name, about, source, kept, plan, List.of(), sweep == null ? null : sweep.with(chosen));
    }

    /**
     * A figure of one of its variants, as a claim writes it: {@code p99(fifo)}, {@code attempts(none, database)}.
     *
     * @throws IllegalArgumentException if no claim could speak of it
     */
    public Term.Figure figure(String text) {
        return new ClaimSyntax(variants, plan).figure(text);
    }
}
