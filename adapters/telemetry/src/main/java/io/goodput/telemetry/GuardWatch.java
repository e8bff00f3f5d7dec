package io.goodput.telemetry;

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
import io.goodput.Outcome;
import io.goodput.TraceParent;
import io.goodput.telemetry.record.DependencyVisitor;
import io.goodput.telemetry.unit.AttemptStart;
import io.goodput.telemetry.unit.Dependencies;
import io.goodput.telemetry.unit.Dependencies.Named;
import io.goodput.telemetry.unit.Ended;
import io.goodput.telemetry.unit.Sheet.Access;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells the unit of work that a call belongs to what its guard does for it. */
final class GuardWatch implements Consumer<GuardEvent> {
    private final Named dependency;
    private final Errors errors;
    private final Function<Object, @Nullable String> status;

    /** Hears of attempts of calls that belong to no unit. */
    private final DependencyVisitor outside;

    GuardWatch(Named dependency, Errors errors, Function<Object, @Nullable String> status, DependencyVisitor outside) {
        this.dependency = dependency;
        this.errors = errors;
        this.status = status;
        this.outside = outside;
    }

    @Override
    public void accept(GuardEvent event) {
        Work work = Work.of(event.call().context());
        if (work == null) {
            if (event instanceof AttemptEnded ended) {
                outside.ended(
                        dependency.index(), dependency.name(), ended.outcome(), 1, ended.at() - ended.attempt().startedAt());
            }
            return;
        }
        Access access = work.enter();
        if (access != Access.LATE) {
            tell(work.dependencies(), access == Access.OWN, event);
            work.leave(access);
        }
    }

    private void tell(Dependencies to, boolean mine, GuardEvent event) {
        Object id = event.call().id();
        switch (event) {
            case CallBegan(CallFacts call, long at) ->
                to.callBegan(mine, dependency, id, key(call.options().key()), at, call.deadline().remaining(at));
            case AttemptBegan(CallFacts call, AttemptFacts attempt, long at) ->
                to.attemptBegan(mine, dependency, id, start(call, attempt, at));
            case AttemptEnded(_, AttemptFacts attempt, Outcome outcome, var answer, var error, long at) ->
                to.attemptEnded(
                        mine, dependency, id, attempt.number(), how(outcome, answer, error), attempt.startedAt(), at);
            case RetryScheduled retry -> to.waits(mine, dependency, retry.delayNanos());
            case CallRefused refused -> to.refused(mine, dependency, id, refused.refusal().reason());
            case CallEnded ended -> to.callEnded(id, ended.outcome(), ended.at());
        }
    }

    private Ended how(Outcome outcome, @Nullable Object answer, @Nullable Throwable error) {
        String said = answer == null ? null : status(answer);
        if (error != null) {
            return errors.ended(outcome, said, error);
        }
        return said == null ? Ended.of(outcome) : new Ended(outcome, said, outcome == Outcome.SUCCESS ? null : said, null);
    }

    private @Nullable String status(Object answer) {
        try {
            return status.apply(answer);
        } catch (RuntimeException _) {
            return null;
        }
    }

    private static AttemptStart start(CallFacts call, AttemptFacts attempt, long at) {
        Endpoint endpoint = attempt.endpoint();
        return new AttemptStart(
                attempt.number(),
                attempt.hedge(),
                span(attempt),
                endpoint == null ? null : endpoint.name(),
                at,
                attempt.deadline().remaining(at));
    }

    private static long span(AttemptFacts attempt) {
        if (attempt.context().work() instanceof Work work) {
            return work.span();
        }
        TraceParent parent = TraceParent.parse(attempt.context().trace());
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
