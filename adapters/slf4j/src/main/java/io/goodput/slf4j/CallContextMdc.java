package io.goodput.slf4j;

import io.goodput.CallContext;
import io.goodput.logging.LineIds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The ids of the {@link CallContext} in the {@link MDC}, under the names of {@link LineIds}, so that every line that is
 * logged says what request it is for:
 *
 * <pre>{@code
 * CallContextMdc.call(context, () -> handle(request));      // at the door
 * executor.submit(CallContextMdc.wrap(() -> store(order))); // to another thread, virtual ones too
 * }</pre>
 *
 * <p>A context is bound around work and cannot be set and cleared, and the MDC belongs to a thread: so both are bound
 * together, and what the MDC had before is there again after. What {@link CallContext#call} binds by itself, and what a
 * structured scope forks, does not change the MDC; {@code goodput-logback} and {@code goodput-log4j} look at the
 * context itself, and need none of this.
 */
public final class CallContextMdc {
    private static final List<String> NAMES = List.of(LineIds.REQUEST, LineIds.TRACE, LineIds.SPAN);

    private CallContextMdc() {}

    /** Runs the task in the context, with its ids. */
    public static <T extends @Nullable Object> T call(CallContext context, Callable<? extends T> task)
            throws Exception {
        return context.call(() -> {
            try (var _ = new BoundIds(CallContext.current())) {
                return task.call();
            }
        });
    }

    /** The same for an action. */
    public static void run(CallContext context, Runnable action) {
        context.run(() -> {
            try (var _ = new BoundIds(CallContext.current())) {
                action.run();
            }
        });
    }

    /** The task, with the context that is current now, and its ids, on whatever thread it runs. */
    public static <T extends @Nullable Object> Callable<T> wrap(Callable<? extends T> task) {
        CallContext context = CallContext.current();
        return () -> call(context, task);
    }

    /** The action, likewise. */
    public static Runnable wrap(Runnable action) {
        CallContext context = CallContext.current();
        return () -> run(context, action);
    }

    /** From when it is made until it is closed. */
    private static final class BoundIds implements AutoCloseable {
        private final List<@Nullable String> before = new ArrayList<>();

        BoundIds(CallContext context) {
            for (String name : NAMES) {
                before.add(MDC.get(name));
                MDC.remove(name);
            }
            LineIds.of(context, MDC::put);
        }

        @Override
        public void close() {
            for (int i = 0; i < NAMES.size(); i++) {
                String value = before.get(i);
                if (value == null) {
                    MDC.remove(NAMES.get(i));
                } else {
                    MDC.put(NAMES.get(i), value);
                }
            }
        }
    }
}
