package io.goodput.lab.scenario;

import io.goodput.config.GuardSettings;
import io.goodput.lab.claim.Claim;
import io.goodput.lab.model.Model;
import java.util.List;
import java.util.SequencedMap;

/**
 * A scenario, ready to run.
 *
 * @param name as in the file
 * @param about one or two sentences: what it shows
 * @param source the file, to the letter
 * @param model what is simulated
 * @param policies those that are compared, in the order of the file
 * @param plan how long, and how often
 * @param claims what is said of the figures
 */
public record Scenario(
        String name,
        String about,
        String source,
        Model model,
        SequencedMap<String, GuardSettings> policies,
        RunPlan plan,
        List<Claim> claims) {
    /** Refuses what would run for days, or for ever. */
    public Scenario {
        new Effort(model, policies.values(), plan).refuseTooMuch();
    }

    /** The same with another plan. */
    public Scenario withPlan(RunPlan other) {
        return new Scenario(name, about, source, model, policies, other, claims);
    }
}
