package io.goodput.guard;

import io.goodput.balance.Endpoint;
import io.goodput.bounds.Shown;
import io.goodput.hedge.HedgePolicy;
import io.goodput.lint.Finding;
import io.goodput.lint.Level;
import io.goodput.lint.LintRule;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is dangerous in a guard, by the settings that it has. Each rule answers with its finding, or null; what depends
 * on the services behind the guard is the lab's to say.
 */
record GuardRules(String name, GuardBuilder guard) {
    private static final List<Function<GuardRules, @Nullable Finding>> ALL = List.of(
            GuardRules::deadlineMissing,
            GuardRules::timeoutAboveDeadline,
            GuardRules::retryWithoutBudget,
            GuardRules::retryWithoutBackoff,
            GuardRules::hedgeWithoutBudget,
            GuardRules::oneZone);

    /** A hedge for each call: nothing is held back. */
    private static final double ALL_CALLS = 1;

    List<Finding> findings() {
        return ALL.stream()
                .map(rule -> rule.apply(this))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Something has to end a call that hangs, or to bound how many of them there are. */
    private @Nullable Finding deadlineMissing() {
        if (guard.deadlineNanos != Long.MAX_VALUE) {
            return null;
        }
        if (guard.attemptTimeoutNanos != Long.MAX_VALUE) {
            return attempts() == 1
                    ? null
                    : deadlineMissing(
                            Level.NOTE,
                            "no deadline; a call may take " + attempts() + " times its timeout of "
                                    + shown(guard.attemptTimeoutNanos) + ", and the waits between");
        }
        return guard.limit == null
                ? deadlineMissing(
                        Level.WARNING, "neither deadline nor timeout; a call that hangs keeps its caller for ever")
                : deadlineMissing(
                        Level.NOTE,
                        "neither deadline nor timeout; up to "
                                + guard.limit.settings().max() + " calls may hang for ever");
    }

    private Finding deadlineMissing(Level level, String message) {
        return finding(level, LintRule.DEADLINE_MISSING, "", message);
    }

    private @Nullable Finding timeoutAboveDeadline() {
        long deadline = guard.deadlineNanos;
        if (deadline == Long.MAX_VALUE || guard.attemptTimeoutNanos == Long.MAX_VALUE) {
            return null;
        }
        String times = shown(guard.attemptTimeoutNanos) + " with a deadline of " + shown(deadline);
        if (attempts() > 1 && guard.attemptTimeoutNanos >= deadline) {
            return finding(
                    Level.WARNING,
                    LintRule.TIMEOUT_ABOVE_DEADLINE,
                    "timeout",
                    times + "; an attempt that hangs takes the whole call, and is never tried again");
        }
        return guard.attemptTimeoutNanos > deadline
                ? finding(
                        Level.NOTE,
                        LintRule.TIMEOUT_ABOVE_DEADLINE,
                        "timeout",
                        times + "; the deadline always comes first")
                : null;
    }

    private @Nullable Finding retryWithoutBudget() {
        return retries() && budget() == null
                ? finding(
                        Level.WARNING,
                        LintRule.RETRY_WITHOUT_BUDGET,
                        "retry",
                        attempts() + " attempts without a budget; when all calls fail the dependency gets " + attempts()
                                + " times the load")
                : null;
    }

    private @Nullable Finding retryWithoutBackoff() {
        RetryPolicy retry = guard.retry;
        if (retry == null || !retries() || !retry.settings().backoff().equals(Backoff.NONE)) {
            return null;
        }
        return finding(
                budget() == null ? Level.WARNING : Level.NOTE,
                LintRule.RETRY_WITHOUT_BACKOFF,
                "retry",
                "no backoff; a retry is sent at once"
                        + (budget() == null ? ", and nothing gives the dependency time to recover" : ""));
    }

    private @Nullable Finding hedgeWithoutBudget() {
        HedgePolicy hedge = guard.hedge;
        return hedge != null && hedge.settings().share() >= ALL_CALLS
                ? finding(
                        Level.WARNING,
                        LintRule.HEDGE_WITHOUT_BUDGET,
                        "hedge",
                        "a share of 100% is no budget; when all calls are slow the dependency gets "
                                + (1 + hedge.settings().maxHedges()) + " times the load")
                : null;
    }

    private @Nullable Finding oneZone() {
        if (guard.balancer == null) {
            return null;
        }
        List<Endpoint> endpoints = guard.balancer.endpoints();
        Set<String> zones = endpoints.stream().map(Endpoint::zone).collect(Collectors.toSet());
        return zones.size() == 1 && !zones.contains("")
                ? finding(
                        Level.WARNING,
                        LintRule.ONE_ZONE,
                        "balance",
                        "all endpoints (" + endpoints.size() + ") are in zone "
                                + zones.iterator().next() + ", and are lost with it")
                : null;
    }

    private boolean retries() {
        RetryBudget.Settings budget = budget();
        return attempts() > 1 && (budget == null || budget.capacity() > 0);
    }

    private int attempts() {
        return guard.retry == null ? 1 : guard.retry.settings().attempts();
    }

    private RetryBudget.@Nullable Settings budget() {
        return guard.retry == null ? null : guard.retry.settings().budget();
    }

    private Finding finding(Level level, LintRule rule, String setting, String message) {
        return new Finding(level, rule, name, setting, message);
    }

    private static String shown(long nanos) {
        return Shown.of(Duration.ofNanos(nanos));
    }
}
