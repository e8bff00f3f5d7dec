package io.goodput.guard;

import io.goodput.Nanos;
import io.goodput.Outcome;
import io.goodput.balance.Endpoint;
import io.goodput.bounds.Shown;
import io.goodput.lint.Finding;
import io.goodput.lint.Level;
import io.goodput.lint.LintRule;
import io.goodput.lint.ZoneRule;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is dangerous in a guard, by the settings that it has. Each rule answers with its finding, or null; what depends
 * on the services behind the guard is the lab's to say.
 */
record GuardRules(String name, GuardBuilder guard) {
    private static final List<Function<GuardRules, @Nullable Finding>> ALL = List.of(
            GuardRules::deadlineMissing,
            GuardRules::timeoutAboveDeadline,
            GuardRules::noSecondAttempt,
            GuardRules::retryWithoutBudget,
            GuardRules::budgetWithoutBound,
            GuardRules::retryWithoutBackoff,
            GuardRules::backoffAboveDeadline,
            GuardRules::hedgeWithoutBudget,
            GuardRules::oneZone);

    /** From here on a burst does not end at a dependency that is 60 % busy: see the rule's scenario. */
    private static final double NO_BUDGET = 0.5;

    /** Nobody waits for so long: it is written where there has to be a time, and meant to be none. */
    private static final long ENDLESS = Duration.ofDays(1).toNanos();

    /** A timeout is several times what an answer takes: a tenth of it is too short for most. */
    private static final int ROOM = 10;

    /** By the time that so many retries are spent, no storm of them ends: see the rule's scenario. */
    private static final double ENDLESS_RETRIES = 10_000;

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

    private @Nullable Finding noSecondAttempt() {
        long deadline = guard.deadlineNanos;
        long timeout = guard.attemptTimeoutNanos;
        RetryPolicy retry = guard.retry;
        if (retry == null || !retries() || deadline >= ENDLESS || timeout >= deadline) {
            return null;
        }
        long wait = Nanos.of(retry.settings().backoff().base());
        return wait < deadline && deadline - timeout - wait < timeout / ROOM
                ? finding(
                        Level.WARNING,
                        LintRule.NO_SECOND_ATTEMPT,
                        "timeout",
                        shown(timeout) + " with a deadline of " + shown(deadline) + waits(wait)
                                + "; an attempt that hangs leaves the next one hardly any time")
                : null;
    }

    private static String waits(long wait) {
        return wait == 0 ? "" : " and a backoff from " + shown(wait) + " on";
    }

    private @Nullable Finding backoffAboveDeadline() {
        long deadline = guard.deadlineNanos;
        RetryPolicy retry = guard.retry;
        if (retry == null || !retries() || deadline >= ENDLESS) {
            return null;
        }
        Backoff backoff = retry.settings().backoff();
        long longest = Nanos.of(backoff.base());
        if (longest < deadline) {
            return null;
        }
        long least = backoff.nanos(0, Outcome.TRANSIENT_FAILURE, 0, () -> 0);
        boolean most = longest / 2 >= deadline;
        String so = least >= deadline ? "no retry is ever sent" : (most ? "most" : "many") + " retries are never sent";
        return finding(
                least >= deadline || most ? Level.WARNING : Level.NOTE,
                LintRule.BACKOFF_ABOVE_DEADLINE,
                "retry",
                "a backoff from " + shown(longest) + " on with a deadline of " + shown(deadline)
                        + "; a wait that outlasts it is refused: " + so);
    }

    private @Nullable Finding budgetWithoutBound() {
        RetryBudget.Settings budget = budget();
        if (budget == null || !retries()) {
            return null;
        }
        double retries = budget.capacity() / budget.cost();
        double returned = budget.deposit() / budget.cost();
        if (retries >= ENDLESS_RETRIES) {
            return budgetWithoutBound(
                    Level.WARNING,
                    "a budget of %.0f retries is none; a storm is over or lost before it is spent",
                    retries);
        }
        return returned >= 1
                ? budgetWithoutBound(
                        Level.NOTE,
                        "each success pays for %.1f retries; while some calls fail the load may grow by as much",
                        returned)
                : null;
    }

    private Finding budgetWithoutBound(Level level, String message, double figure) {
        return finding(level, LintRule.BUDGET_WITHOUT_BOUND, "retry", String.format(Locale.ROOT, message, figure));
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
        List<String> zones = endpoints.stream().map(Endpoint::zone).toList();
        return ZoneRule.check(name, "balance", endpoints.size(), zones);
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
