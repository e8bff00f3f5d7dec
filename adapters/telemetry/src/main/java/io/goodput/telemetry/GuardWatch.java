package io.goodput.telemetry;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import io.goodput.TraceParent;
import io.goodput.balance.Endpoint;
import io.goodput.guard.GuardEvent;
import io.goodput.guard.GuardEvent.AttemptBegan;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.AttemptFacts;
import io.goodput.guard.GuardEvent.CallBegan;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallFacts;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.guard.GuardEvent.RetryScheduled;
import io.goodput.telemetry.record.Hearing;
import io.goodput.telemetry.unit.AttemptLine;
import io.goodput.telemetry.unit.Dependencies.Named;
import io.goodput.telemetry.unit.Ended;
import io.goodput.telemetry.unit.Sheet.Access;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells the unit of work that a call belongs to what its guard does for it. Events are taken apart here, and not passed
 * on: so the compiler sees that nobody keeps them, and need not make them.
 */
final class GuardWatch implements Consumer<GuardEvent> {
    private final Named dependency;
    private final Errors errors;
    private final Function<Object, @Nullable String> status;

    /** Hears of all attempts, also of calls that belong to no unit. */
    private final Hearing hearing;

    GuardWatch(Named dependency, Errors errors, Function<Object, @Nullable String> status, Hearing hearing) {
        this.dependency = dependency;
        this.errors = errors;
        this.status = status;
        this.hearing = hearing;
    }

    @Override
    public void accept(GuardEvent event) {
        if (event instanceof CallBegan began) {
            began(began);
        } else if (event instanceof AttemptBegan began) {
            began(began);
        } else if (event instanceof AttemptEnded ended) {
            ended(ended);
        } else if (event instanceof CallEnded ended) {
            callEnded(ended.call().context(), ended.call().id(), ended.outcome(), ended.at());
        } else if (event instanceof RetryScheduled retry) {
            waits(retry.call().context(), retry.delayNanos());
        } else if (event instanceof CallRefused refused) {
            Reason reason = refused.refusal().reason();
            hearing.refused(dependency.index(), dependency.name(), reason, refused.at());
            refused(refused.call().context(), refused.call().id(), reason);
        }
    }

    private void began(CallBegan began) {
        CallFacts call = began.call();
        long left = call.deadline().remaining(began.at());
        callBegan(call.context(), call.id(), call.options().key(), began.at(), left);
    }

    private void began(AttemptBegan began) {
        AttemptFacts attempt = began.attempt();
        CallFacts call = began.call();
        hearing.attempting(dependency.index(), dependency.name(), began.at());
        if (attempt.number() > 1) {
            hearing.repeating(dependency.index(), dependency.name(), attempt.hedge(), began.at());
        }
        AttemptLine line =
                attemptBegan(call.context(), call.id(), attempt.number(), attempt.hedge(), attempt.endpoint());
        if (line != null) {
            line.began(span(attempt.context()), began.at(), attempt.deadline().remaining(began.at()));
        }
    }

    private void ended(AttemptEnded ended) {
        AttemptFacts attempt = ended.attempt();
        CallFacts call = ended.call();
        Ended how = how(ended.outcome(), ended.answer(), ended.error());
        long nanos = ended.at() - attempt.startedAt();
        hearing.attempted(dependency.index(), dependency.name(), ended.outcome(), nanos, ended.at());
        attemptEnded(call.context(), call.id(), attempt.number(), how, nanos, ended.at());
    }

    private void callBegan(CallContext context, Object id, @Nullable Object key, long at, long deadlineLeft) {
        Work work = Work.of(context);
        Access access = work == null ? Access.LATE : work.enter();
        if (work != null && access != Access.LATE) {
            work.dependencies().callBegan(access == Access.OWN, dependency, id, key(key), at, deadlineLeft);
            work.leave(access);
        }
    }

    private @Nullable AttemptLine attemptBegan(
            CallContext context, Object id, int number, boolean hedge, @Nullable Endpoint endpoint) {
        Work work = Work.of(context);
        Access access = work == null ? Access.LATE : work.enter();
        if (work == null || access == Access.LATE) {
            return null;
        }
        String resource = endpoint == null ? null : endpoint.name();
        AttemptLine line =
                work.dependencies().attemptBegan(access == Access.OWN, dependency, id, number, hedge, resource);
        work.leave(access);
        return line;
    }

    private void attemptEnded(CallContext context, Object id, int number, Ended how, long nanos, long at) {
        Work work = Work.of(context);
        Access access = work == null ? Access.LATE : work.enter();
        if (work != null && access != Access.LATE) {
            work.dependencies().attemptEnded(access == Access.OWN, dependency, id, number, how, nanos, at);
            work.leave(access);
        }
    }

    private void callEnded(CallContext context, Object id, Outcome outcome, long at) {
        Work work = Work.of(context);
        Access access = work == null ? Access.LATE : work.enter();
        if (work != null && access != Access.LATE) {
            work.dependencies().callEnded(id, outcome, at);
            work.leave(access);
        }
    }

    private void waits(CallContext context, long nanos) {
        Work work = Work.of(context);
        Access access = work == null ? Access.LATE : work.enter();
        if (work != null && access != Access.LATE) {
            work.dependencies().waits(access == Access.OWN, dependency, nanos);
            work.leave(access);
        }
    }

    private void refused(CallContext context, Object id, Reason reason) {
        Work work = Work.of(context);
        Access access = work == null ? Access.LATE : work.enter();
        if (work != null && access != Access.LATE) {
            work.dependencies().refused(access == Access.OWN, dependency, id, reason);
            work.leave(access);
        }
    }

    private Ended how(Outcome outcome, @Nullable Object answer, @Nullable Throwable error) {
        String said = answer == null ? null : status(answer);
        if (error != null) {
            return errors.ended(outcome, said, error);
        }
        if (said == null) {
            return Ended.of(outcome);
        }
        return new Ended(outcome, said, outcome == Outcome.SUCCESS ? null : said, null);
    }

    private @Nullable String status(Object answer) {
        try {
            return status.apply(answer);
        } catch (RuntimeException _) {
            return null;
        }
    }

    private static long span(CallContext context) {
        if (context.work() instanceof Work work) {
            return work.span();
        }
        TraceParent parent = TraceParent.parse(context.trace());
        return parent == null ? 0 : parent.span();
    }

    private static @Nullable String key(@Nullable Object key) {
        return switch (key) {
            case null -> null;
            case String text -> text;
            case Enum<?> constant -> constant.name();
            default -> String.valueOf(key);
        };
    }
}
