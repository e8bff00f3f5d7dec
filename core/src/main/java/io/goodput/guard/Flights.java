package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.Deadline;
import io.goodput.Nanos;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.balance.Endpoint;
import io.goodput.guard.GuardEvent.AttemptBegan;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.hedge.HedgePolicy;
import io.goodput.retry.RetryPolicy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one call that are on their way: one, unless there are hedges. Each passes the gate when it begins,
 * and its end is told to all the policies once, whatever ends it.
 */
final class Flights {
    private static final Refusal NOT_AT_ONCE =
            new Refusal(Reason.ADAPTIVE_RATE, "the pace of sending leaves nothing for a hedge now");

    private final Terms terms;

    /** The only one, mostly. */
    private final InFlight first = new InFlight();

    private @Nullable History history;
    private int begun;
    private int live;
    private int doomed;
    private boolean processed;
    private @Nullable Endpoint latestEndpoint;

    Flights(Terms terms) {
        this.terms = terms;
    }

    /** The same for another call: of the last one, nothing is on its way any more. */
    void reuse() {
        if (begun > 1 || (history != null && history.isNotEmpty()) || latestEndpoint != null) {
            latestEndpoint = null;
            if (history != null) {
                history.clear();
            }
            for (InFlight each = first; each != null; each = each.next) {
                each.free();
            }
        }
        begun = 0;
        live = 0;
        doomed = 0;
        processed = false;
    }

    /** The next attempt is on its way, and its number is {@link #begun}; or why it is not. */
    @Nullable Refusal launch(boolean hedge, long now) {
        Policies policies = terms.policies();
        InFlight attempt = vacant();
        attempt.startedAt = now;
        attempt.hedge = hedge;
        attempt.timeoutAt = Math.min(Nanos.plus(now, policies.attemptTimeoutNanos), terms.deadline());
        if (policies.attemptContext != null) {
            CallContext own = policies.attemptContext.of(terms.context(), begun + 1, policies.random);
            attempt.own = Objects.requireNonNull(own, () -> terms.guard() + ": the attempt was given no context");
        }
        if (terms.isFollowed()) {
            Refusal no = enter(attempt, policies, now);
            if (no != null) {
                attempt.free();
                return no;
            }
            latestEndpoint = attempt.endpoint;
        }
        attempt.number = ++begun;
        live++;
        if (terms.isHeard()) {
            terms.tell(new AttemptBegan(terms.facts(), attempt.facts(terms), now));
        }
        return null;
    }

    /**
     * The rate of a retry policy counts hedges too, which do not wait for their turn; who sends others has asked it.
     */
    private @Nullable Refusal enter(InFlight attempt, Policies policies, long now) {
        RetryPolicy paces = attempt.hedge ? policies.retry : null;
        if (paces != null && !paces.tryHedge(now)) {
            return NOT_AT_ONCE;
        }
        Refusal no = policies.attemptGate.enter(attempt, terms, latestEndpoint, now);
        if (no != null && paces != null) {
            paces.notSent(0);
        }
        return no;
    }

    private InFlight vacant() {
        return first.number == 0 ? first : anotherVacant();
    }

    private InFlight anotherVacant() {
        InFlight last = first;
        while (last.next != null) {
            last = last.next;
            if (last.number == 0) {
                return last;
            }
        }
        last.next = new InFlight();
        return last.next;
    }

    int begun() {
        return begun;
    }

    int live() {
        return live;
    }

    /** Null if it is not on its way any more. */
    @Nullable InFlight live(int number) {
        return first.number == number && first.isLive() ? first : anotherLive(number);
    }

    private @Nullable InFlight anotherLive(int number) {
        for (InFlight each = first; each != null; each = each.next) {
            if (each.number == number && each.isLive()) {
                return each;
            }
        }
        return null;
    }

    /** The attempt that has just begun, for the task that makes it. */
    Attempt described(int number) {
        InFlight attempt = onItsWay(number);
        CallContext context = attempt.context(terms).within(new Deadline(attempt.timeoutAt));
        return new Attempt(number, attempt.hedge, attempt.endpoint, context);
    }

    /** The attempt, for who knows that it has begun and not ended. */
    InFlight onItsWay(int number) {
        InFlight attempt = live(number);
        if (attempt == null) {
            throw new IllegalStateException("attempt " + number + " is not on its way");
        }
        return attempt;
    }

    /** Whether none may have been processed, neither of those that have ended nor of those in flight. */
    boolean isUnprocessed() {
        return live == 0 && !processed;
    }

    /** What the attempt has given is kept for those who listen, until it has ended. */
    void gave(int number, @Nullable Object answer, @Nullable Throwable error) {
        InFlight attempt = live(number);
        if (attempt != null) {
            attempt.answer = answer;
            attempt.error = error == null ? null : Classifier.unwrap(error);
        }
    }

    /** The attempt has ended by itself. */
    void landed(InFlight attempt, Outcome how, long now) {
        settle(attempt, how, now);
        attempt.free();
    }

    /** The number of an attempt whose time is up, which is now over and waits to be cancelled; 0 if there is none. */
    int expireOne(long now) {
        for (InFlight each = first; each != null; each = each.next) {
            if (each.isLive() && now >= each.timeoutAt) {
                settle(each, Outcome.TIMEOUT, now);
                doom(each);
                return each.number;
            }
        }
        return 0;
    }

    /** Takes back whatever is in flight. That says nothing about the dependency, but how long it took at least. */
    void doomAll(long now) {
        doomOthers(0, now);
    }

    /** The same of all but one. */
    void doomOthers(int number, long now) {
        HedgePolicy hedge = terms.policies().hedge;
        for (InFlight each = first; each != null; each = each.next) {
            if (each.isLive() && each.number != number) {
                if (hedge != null) {
                    hedge.abandoned(now - each.startedAt, now);
                }
                settle(each, Outcome.CANCELLED, now);
                doom(each);
            }
        }
    }

    private void doom(InFlight attempt) {
        attempt.doomed = true;
        doomed++;
    }

    private void settle(InFlight attempt, Outcome how, long now) {
        live--;
        if (how != Outcome.NOT_PROCESSED) {
            processed = true;
        }
        if (how != Outcome.SUCCESS) {
            remember(attempt, how, now);
        }
        if (terms.isFollowed()) {
            release(attempt, how, now);
        }
        if (terms.isHeard()) {
            terms.tell(new AttemptEnded(terms.facts(), attempt.facts(terms), how, attempt.answer, attempt.error, now));
        }
    }

    private void remember(InFlight attempt, Outcome how, long now) {
        if (history == null) {
            history = new History();
        }
        history.add(attempt, how, now);
    }

    private void release(InFlight attempt, Outcome how, long now) {
        Policies policies = terms.policies();
        policies.attemptGate.leave(attempt, how, now);
        HedgePolicy hedge = policies.hedge;
        if (hedge != null) {
            hedge.attemptEnded(how, now - attempt.startedAt, now);
        }
        RetryPolicy retry = policies.retry;
        if (retry != null) {
            retry.attemptEnded(how, now);
        }
    }

    /** The number of an attempt to cancel, which is then forgotten; 0 if there is none. */
    int takeDoomed() {
        if (doomed > 0) {
            for (InFlight each = first; each != null; each = each.next) {
                if (each.doomed) {
                    int number = each.number;
                    each.free();
                    doomed--;
                    return number;
                }
            }
        }
        return 0;
    }

    long earliestTimeout() {
        return live == 1 && first.isLive() ? first.timeoutAt : earliestOfSeveral();
    }

    private long earliestOfSeveral() {
        long earliest = Long.MAX_VALUE;
        for (InFlight each = first; each != null; each = each.next) {
            if (each.isLive()) {
                earliest = Math.min(earliest, each.timeoutAt);
            }
        }
        return earliest;
    }

    /** What has been tried without success; see {@link History#list}. */
    List<Tried> tried(long callBegan, boolean timed) {
        return history == null ? List.of() : history.list(callBegan, timed);
    }
}
