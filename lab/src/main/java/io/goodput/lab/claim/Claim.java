package io.goodput.lab.claim;

import io.goodput.config.problem.Echo;
import io.goodput.lab.report.ClaimReport;
import io.goodput.lab.report.ClaimReport.Verdict;
import io.goodput.lab.report.PolicyReport;
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

    /** Whether it is true of what the policies did. A figure that was never measured makes it fail, and is named. */
    public ClaimReport judge(List<PolicyReport> policies) {
        Estimate value = left.value(policies);
        Estimate other = right.value(policies);
        if (!value.isDefined() || !other.isDefined()) {
            Term missing = value.isDefined() ? right : left;
            return new ClaimReport(
                    text,
                    Verdict.FAILS,
                    value,
                    left.dimension().unit(),
                    missing + " was never measured: no run had one");
        }
        boolean holds = relation.holds(value.mean(), other.mean());
        return new ClaimReport(
                text,
                holds ? Verdict.HOLDS : Verdict.FAILS,
                value,
                left.dimension().unit(),
                "");
    }

    /** Its figure, for a run of one seed that says nothing about all of them. */
    public ClaimReport leaveOpen(List<PolicyReport> policies) {
        return new ClaimReport(
                text,
                Verdict.NOT_JUDGED,
                left.value(policies),
                left.dimension().unit(),
                "one seed says nothing about all of them");
    }
}
