package io.goodput.conformance;

import io.goodput.guard.Guard;
import io.goodput.sim.VirtualTimers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Runs a script through {@link Guard#callAsync}. */
final class AsyncHarness extends EventHarness {
    private final Guard guard;

    private AsyncHarness(Script script) {
        super(script);
        this.guard = script.newGuard()
                .listener(heard::hear)
                .timers(new VirtualTimers(simulation))
                .build();
    }

    static List<String> run(Script script) {
        return new AsyncHarness(script).play();
    }

    @Override
    Guard guard() {
        return guard;
    }

    @Override
    void start(Script.Call call) {
        new Call(call).start();
    }

    private final class Call {
        private final Script.Call script;
        private int attempts;

        Call(Script.Call script) {
            this.script = script;
        }

        void start() {
            long now = simulation.nanos();
            var called = new CompletableFuture<CompletableFuture<String>>();
            long givingUp = script.cancelAfter() == Long.MAX_VALUE
                    ? 0
                    : simulation.schedule(
                            now + script.cancelAfter(), _ -> called.join().cancel(true));
            Script.CONTEXT.run(() -> called.complete(guard.callAsync(script.optionsFrom(now), this::attempt)));
            CompletableFuture<String> result = called.join();
            var _ = result.whenComplete((_, error) -> {
                log.finish(simulation.nanos(), error);
                finished(givingUp);
            });
        }

        private CompletableFuture<String> attempt() {
            int number = ++attempts;
            Script.Attempt plan = script.attempt(number);
            long endsAt = simulation.nanos() + plan.lasts();
            log.begin(simulation.nanos(), number);
            var attempt = new CompletableFuture<String>();
            long ending = simulation.schedule(endsAt, _ -> end(attempt, plan.error()));
            var _ = attempt.whenComplete((_, _) -> {
                if (attempt.isCancelled() && simulation.cancel(ending)) {
                    log.cancel(simulation.nanos(), number, endsAt);
                }
            });
            return attempt;
        }

        private void end(CompletableFuture<String> attempt, @Nullable Exception error) {
            if (error == null) {
                attempt.complete("answer");
            } else {
                attempt.completeExceptionally(error);
            }
        }
    }
}
