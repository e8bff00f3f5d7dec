package io.goodput.testing;

import io.goodput.Nanos;
import io.goodput.Timers;
import io.goodput.testing.RecordedCall.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A dependency that does what its script says, one step for each call, and remembers its calls. The last step goes on
 * for all calls that follow.
 *
 * <pre>{@code
 * var timers = new VirtualTimers();
 * var stock = ScriptedDependency.<String>on(timers)
 *         .fails(() -> new IOException("connection reset")).times(2)
 *         .hangs()
 *         .answers("42 in stock", Duration.ofMillis(20));
 *
 * guard.call(stock::call);
 * guard.callAsync(stock::callAsync);
 * }</pre>
 *
 * <p>How long a step takes is the time of the timers: virtual, or real. Thread-safe; a script may grow while it is
 * played.
 */
public final class ScriptedDependency<T extends @Nullable Object> {
    private final Timers timers;
    private final List<ScriptedReply<T>> script = new ArrayList<>();
    private final List<RecordedCall> calls = new ArrayList<>();

    private ScriptedDependency(Timers timers) {
        this.timers = timers;
    }

    /**
     * One without a script yet.
     *
     * @param timers those of the guard that calls it
     */
    public static <T extends @Nullable Object> ScriptedDependency<T> on(Timers timers) {
        return new ScriptedDependency<>(timers);
    }

    /** The next call is answered at once. */
    public ScriptedDependency<T> answers(T answer) {
        return answers(answer, Duration.ZERO);
    }

    /** The next call is answered after that time. */
    public ScriptedDependency<T> answers(T answer, Duration after) {
        return then(new ScriptedReply<>(notNegative(after), answer, null));
    }

    /** The next call fails at once, with a new exception each time. */
    public ScriptedDependency<T> fails(Supplier<? extends Exception> failure) {
        return fails(failure, Duration.ZERO);
    }

    /** The next call fails after that time, with a new exception each time. */
    @SuppressWarnings("NullAway") // there is no answer
    public ScriptedDependency<T> fails(Supplier<? extends Exception> failure, Duration after) {
        return then(new ScriptedReply<>(notNegative(after), null, failure));
    }

    /** The next call does not end until it is given up. */
    @SuppressWarnings("NullAway") // there is no answer
    public ScriptedDependency<T> hangs() {
        return then(new ScriptedReply<>(null, null, null));
    }

    /**
     * The step that was named last is for so many calls.
     *
     * @param calls at least 1
     * @throws IllegalStateException if no step was named
     */
    public synchronized ScriptedDependency<T> times(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("times: " + calls + " (expected: >= 1)");
        }
        requireStep();
        ScriptedReply<T> last = script.getLast();
        for (int more = 1; more < calls; more++) {
            script.add(last);
        }
        return this;
    }

    private synchronized ScriptedDependency<T> then(ScriptedReply<T> reply) {
        script.add(reply);
        return this;
    }

    private static Duration notNegative(Duration after) {
        if (after.isNegative()) {
            throw new IllegalArgumentException("after: " + Nanos.written(after) + " (expected: >= 0s)");
        }
        return after;
    }

    private void requireStep() {
        if (script.isEmpty()) {
            throw new IllegalStateException("no step in the script (expected: answers, fails or hangs)");
        }
    }

    /**
     * A call in the current thread, which sleeps as long as the step says.
     *
     * @throws InterruptedException if the caller gives it up
     * @throws Exception whatever the script says
     */
    public T call() throws Exception {
        int number = begin();
        ScriptedReply<T> reply = reply(number);
        try {
            timers.sleepUntil(endOf(reply));
        } catch (InterruptedException givenUp) {
            ended(number, Ending.GIVEN_UP);
            throw givenUp;
        }
        if (reply.failure() != null) {
            ended(number, Ending.FAILED);
            throw reply.failure().get();
        }
        ended(number, Ending.ANSWERED);
        return reply.answer();
    }

    /** A call that ends by itself when the step says so; to cancel it is to give it up. */
    public CompletableFuture<T> callAsync() {
        int number = begin();
        ScriptedReply<T> reply = reply(number);
        var answer = new CompletableFuture<T>();
        Timers.Timer timer = timers.runAt(endOf(reply), () -> end(number, reply, answer));
        var _ = answer.whenComplete((_, _) -> {
            if (answer.isCancelled()) {
                timer.cancel();
                ended(number, Ending.GIVEN_UP);
            }
        });
        return answer;
    }

    private void end(int number, ScriptedReply<T> reply, CompletableFuture<T> answer) {
        if (answer.isDone()) {
            return;
        }
        if (reply.failure() != null) {
            ended(number, Ending.FAILED);
            answer.completeExceptionally(reply.failure().get());
        } else {
            ended(number, Ending.ANSWERED);
            answer.complete(reply.answer());
        }
    }

    private synchronized int begin() {
        Duration now = Duration.ofNanos(timers.nanos());
        calls.add(new RecordedCall(calls.size() + 1, now, now, Ending.UNDER_WAY));
        return calls.size();
    }

    private synchronized ScriptedReply<T> reply(int number) {
        requireStep();
        return script.get(Math.min(number, script.size()) - 1);
    }

    private long endOf(ScriptedReply<T> reply) {
        Duration after = reply.after();
        return after == null ? Long.MAX_VALUE : Nanos.plus(timers.nanos(), Nanos.of(after));
    }

    private synchronized void ended(int number, Ending how) {
        calls.set(number - 1, calls.get(number - 1).ended(how, timers.nanos()));
    }

    /** The calls that it got so far, in the order in which they came. */
    public synchronized List<RecordedCall> calls() {
        return List.copyOf(calls);
    }
}
