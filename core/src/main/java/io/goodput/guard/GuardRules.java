package io.goodput.guard;

import io.goodput.balance.Endpoint;
import io.goodput.bounds.Shown;
import io.goodput.lint.Finding;
import io.goodput.lint.Level;
import io.goodput.lint.LintRule;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

    /** From here on a burst does not end at a dependency that is 60 % busy: see the rule's scenario. */
    private static final double NO_BUDGET = 0.5;

    /** Nobody waits for so long: it is written where there has to be a time, and meant to be none. */
    private static final long ENDLESS = Duration.ofDays(1).toNanos();

    /** A shorter wait is over before anything can have changed. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    List<Finding> findings() {
        return ALL.stream()
                .map(rule -> rule.apply(this))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Something has to end a call that hangs, or to bound how many of them there are. */
    private @Nullable Finding deadlineMissing() {
        if (guard.deadlineNanos < ENDLESS) {
            return null;
        }
        if (guard.attemptTimeoutNanos < ENDLESS) {
            return retries()
                    ? deadlineMissing(
                            Level.NOTE,
                            "no deadline; a call may take " + attempts() + " times its timeout of "
                                    + shown(guard.attemptTimeoutNanos) + ", and the waits between")
                    : null;
        }
        boolean none = guard.deadlineNanos == Long.MAX_VALUE && guard.attemptTimeoutNanos == Long.MAX_VALUE;
        String missing = "neither deadline nor timeout" + (none ? "" : " of less than a day");
        return guard.limit == null
                ? deadlineMissing(Level.WARNING, missing + "; a call that hangs keeps its caller for ever")
                : deadlineMissing(
                        Level.NOTE,
                        missing + "; up to " + guard.limit.settings().max() + " calls may hang for ever");
    }

    private Finding deadlineMissing(Level level, String message) {
        return finding(level, LintRule.DEADLINE_MISSING, "", message);
    }

    private @Nullable Finding timeoutAboveDeadline() {
        long deadline = guard.deadlineNanos;
        long timeout = guard.attemptTimeoutNanos;
        if (deadline >= ENDLESS) {
            return null;
        }
        if (timeout == Long.MAX_VALUE) {
            // What the task calls may have one of its own, and a hedge is sent beside the attempt that hangs.
            return retries() && guard.hedge == null
                    ? timeoutAboveDeadline(Level.NOTE, "retry", "no timeout" + neverAgain(deadline))
                    : null;
        }
        if (retries() && timeout >= deadline) {
            return timeoutAboveDeadline(Level.WARNING, "timeout", shown(timeout) + neverAgain(deadline));
        }
        return timeout > deadline
                ? timeoutAboveDeadline(
                        Level.NOTE,
                        "timeout",
                        shown(timeout) + " with a deadline of " + shown(deadline) + "; the deadline always comes first")
                : null;
    }

    private static String neverAgain(long deadline) {
        return " with a deadline of " + shown(deadline)
                + "; an attempt that hangs takes the whole call, and is never tried again";
    }

    private Finding timeoutAboveDeadline(Level level, String setting, String message) {
        return finding(level, LintRule.TIMEOUT_ABOVE_DEADLINE, setting, message);
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
        Duration backoff = retry == null ? AT_ONCE : retry.settings().backoff().base();
        if (!retries() || backoff.compareTo(AT_ONCE) >= 0) {
            return null;
        }
        return finding(
                budget() == null ? Level.WARNING : Level.NOTE,
                LintRule.RETRY_WITHOUT_BACKOFF,
                "retry",
                (backoff.isZero() ? "no backoff" : "a backoff from " + Shown.of(backoff) + " on")
                        + "; a retry is sent at once"
                        + (budget() == null ? ", and nothing gives the dependency time to recover" : ""));
    }

    private @Nullable Finding hedgeWithoutBudget() {
        double share = guard.hedge == null ? 0 : guard.hedge.settings().share();
        return share >= NO_BUDGET
                ? finding(
                        Level.WARNING,
                        LintRule.HEDGE_WITHOUT_BUDGET,
                        "hedge",
                        String.format(
                                Locale.ROOT,
                                "a share of %.0f%% is no budget; when all calls are slow the dependency gets %.1f times the"
                                        + " load",
                                100 * share,
                                1 + share))
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
