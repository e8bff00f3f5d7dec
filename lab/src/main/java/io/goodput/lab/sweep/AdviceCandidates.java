package io.goodput.lab.sweep;

import io.goodput.admission.AdmissionSettings;
import io.goodput.admission.Discipline;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.config.policy.server.ServerSettings;
import io.goodput.lab.model.Service.Admission;
import io.goodput.lab.model.Service.Capacity;
import io.goodput.lab.model.Service.Slots;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The grid of settings that advice is looked for in, some hundreds: the attempt's timeout as written, half of it, and
 * with a deadline double; no retry, and 2, 3 or as many attempts as written, each without a budget (if that is written,
 * and no more attempts than are), with one of 10 that a success adds 0.1 to, and with that which is written; no limit,
 * 20, 100, the adaptive one of {@code standard} and that which is written; and of a queue a quarter and a sixteenth of
 * the room, under each discipline where it has any.
 */
final class AdviceCandidates {
    private static final RetryBudget.Settings BUDGET = new RetryBudget.Settings(10, 1, 1, 0.1, false);
    private static final List<Discipline> DISCIPLINES =
            List.of(Discipline.FIFO, Discipline.ADAPTIVE_LIFO, Discipline.CODEL, Discipline.STANDARD);

    private AdviceCandidates() {}

    /** All of them, what is written first. */
    static List<Candidate> around(GuardSettings written, Capacity capacity) {
        var all = new LinkedHashSet<Candidate>();
        all.add(new Candidate(written, capacity, 0));
        for (Capacity server : servers(capacity)) {
            for (GuardSettings timed : timeouts(written)) {
                int changes = (server.equals(capacity) ? 0 : 1) + (timed.equals(written) ? 0 : 1);
                for (GuardSettings retried : retries(timed)) {
                    limits(retried).forEach(guard -> all.add(new Candidate(guard, server, changes)));
                }
            }
        }
        return List.copyOf(all);
    }

    /** Without a deadline the timeout is what says when an answer comes too late: a longer one would move the goal. */
    private static List<GuardSettings> timeouts(GuardSettings written) {
        Duration timeout = written.timeout();
        var all = new ArrayList<>(List.of(written));
        if (timeout != null) {
            all.add(written.withTimeout(timeout.dividedBy(2)));
        }
        if (timeout != null && written.deadline() != null) {
            all.add(written.withTimeout(timeout.multipliedBy(2)));
        }
        return all;
    }

    private static List<GuardSettings> retries(GuardSettings guard) {
        RetryPolicy.Settings written = guard.retry();
        var attempts = new LinkedHashSet<>(List.of(2, 3));
        if (written != null) {
            attempts.add(written.attempts());
        }
        RetryPolicy.Settings base = written == null
                ? new RetryPolicy.Settings(2, Backoff.NONE, null, null, RetryPolicy.Settings.RETRYABLE)
                : written;
        var all = new ArrayList<>(List.of(guard.withRetry(null)));
        for (int count : attempts) {
            RetryPolicy.Settings retry = base.withAttempts(count);
            Stream.of(retry, retry.withBudget(null), retry.withBudget(BUDGET))
                    .filter(each -> each.budget() != null || count <= unbounded(written))
                    .forEach(each -> all.add(guard.withRetry(each)));
        }
        return all;
    }

    /**
     * How many attempts there are without a budget. More are no candidates: what they gain here they cost elsewhere.
     */
    private static int unbounded(RetryPolicy.@Nullable Settings written) {
        return written == null || written.budget() != null ? 1 : written.attempts();
    }

    private static List<GuardSettings> limits(GuardSettings guard) {
        return List.of(
                guard,
                guard.withoutLimit(),
                guard.withLimit(new FixedLimit(20)),
                guard.withLimit(new FixedLimit(100)),
                guard.withLimit(ConcurrencyLimit.Settings.STANDARD));
    }

    private static Iterable<Capacity> servers(Capacity written) {
        var all = new LinkedHashSet<Capacity>();
        all.add(written);
        if (written instanceof Slots(int slots, int queue)) {
            all.add(new Slots(slots, queue / 4));
            all.add(new Slots(slots, queue / 16));
        }
        if (written instanceof Admission(ServerSettings server)) {
            AdmissionSettings admission = server.admission();
            for (Discipline discipline : DISCIPLINES) {
                all.add(admission(server, admission.withDiscipline(discipline)));
                all.add(admission(server, admission.withDiscipline(discipline).withCapacity(admission.capacity() / 4)));
            }
        }
        return all;
    }

    private static Capacity admission(ServerSettings server, AdmissionSettings admission) {
        return new Admission(new ServerSettings(server.limit(), admission, server.health()));
    }
}
