package io.goodput.guard;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** How a kind of task is run. One for each kind, and not one for each task, so that a call allocates none. */
@FunctionalInterface
interface Invocation<K> {
    /** A task that does not care which attempt it is. */
    Invocation<Callable<?>> PLAIN = (task, call) -> task.call();

    /** A task that has no answer. */
    Invocation<VoidTask> VOID = (task, call) -> {
        task.run();
        return null;
    };

    /** A task that is told which attempt it is. */
    Invocation<AttemptTask<?>> DESCRIBED = (task, call) -> task.call(call.described());

    @Nullable Object run(K task, GuardedCall call) throws Exception;
}
