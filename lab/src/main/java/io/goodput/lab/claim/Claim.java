package io.goodput.lab.claim;

import io.goodput.config.problem.Echo;
import io.goodput.lab.result.ClaimResult;
import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.result.VariantResult;
import io.goodput.sim.Estimate;
import java.util.List;

/**
 * What a scenario says of its own figures. It is judged by the figures themselves; their intervals are shown beside the
 * verdict.
 *
 * @param text as in the scenario
 */
public record Claim(String text, Term left, Relation relation, Term right) {
    /** Refuses a comparison of what cannot be compared. */
    public Claim {
        if (left.dimension() != right.dimension()) {
            throw new IllegalArgumentException(
                    Echo.of(text) + ": the sides cannot be compared (expected: on the right, "
                            + left.dimension().example() + ")");
        }
    }

    /** Whether it is true of what the variants did. A figure that was never measured makes it fail, and is named. */
    public ClaimResult judge(List<VariantResult> variants) {
        Estimate value = left.value(variants);
        Estimate other = right.value(variants);
        if (!value.isDefined() || !other.isDefined()) {
            Term missing = value.isDefined() ? right : left;
            return new ClaimResult(
                    text,
                    Verdict.FAILS,
                    value,
                    left.dimension().unit(),
                    missing + " was never measured: no run had one");
        }
        boolean holds = relation.holds(value.mean(), other.mean());
        return new ClaimResult(
                text,
                holds ? Verdict.HOLDS : Verdict.FAILS,
                value,
                left.dimension().unit(),
                "");
    }

    /** Its figure, for a run of one seed that says nothing about all of them. */
    public ClaimResult leaveOpen(List<VariantResult> variants) {
        return new ClaimResult(
                text,
                Verdict.NOT_JUDGED,
                left.value(variants),
                left.dimension().unit(),
                "one seed says nothing about all of them");
    }
}
