package io.goodput.micrometer;

import io.goodput.event.Subscription;
import io.goodput.guard.Guard;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;

/**
 * What guards do, as meters. All of a guard's are there from the beginning, so that nothing failed is a zero:
 *
 * <table>
 * <caption>The meters of a guard, all with the tag {@code guard}, its name</caption>
 * <tr><th>meter</th><th>tags</th><th>what</th></tr>
 * <tr><td>{@code goodput.guard.calls}</td><td>{@code outcome}</td><td>timer: how long calls took</td></tr>
 * <tr><td>{@code goodput.guard.attempts}</td><td>{@code outcome}, {@code kind}: {@code first}, {@code retry},
 * {@code hedge}</td><td>timer: how long attempts took</td></tr>
 * <tr><td>{@code goodput.guard.refusals}</td><td>{@code reason}</td><td>counter: calls not sent, or not sent again
 * </td></tr>
 * <tr><td>{@code goodput.guard.backoff}</td><td></td><td>timer: waits before retries</td></tr>
 * </table>
 *
 * <p>A timer is of one outcome: how fast refusals are says nothing of how fast answers are. No tag has a value that
 * comes from outside. To count costs no allocation beyond the registry's.
 */
public final class GuardMeters {
    /** Guards of different names that are watched at a time. */
    public static final int MOST = 1_000;

    private final MeterRegistry registry;

    /** Guarded by the monitor of this. Guards of one name have the same meters, and the last one takes them away. */
    private final Map<String, WatchedGuard> watched = new HashMap<>();

    /** Into that registry. */
    public GuardMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Counts what the guard does until the subscription is closed. Then its meters leave the registry.
     *
     * @throws IllegalStateException if there are too many, as of guards that are made for each request
     */
    public synchronized Subscription watch(Guard guard) {
        String name = guard.name();
        if (watched.size() >= MOST && !watched.containsKey(name)) {
            throw new IllegalStateException("guards: more than " + MOST + " (expected: close those that are gone)");
        }
        WatchedGuard meters = watched.computeIfAbsent(name, each -> new WatchedGuard(each, registry));
        meters.watchers++;
        Subscription heard = guard.listen(meters);
        return new Subscription() {
            private boolean closed;

            @Override
            public void close() {
                synchronized (GuardMeters.this) {
                    if (!closed) {
                        closed = true;
                        heard.close();
                        leave(name, meters);
                    }
                }
            }
        };
    }

    private void leave(String name, WatchedGuard meters) {
        meters.watchers--;
        if (meters.watchers == 0) {
            watched.remove(name);
            meters.leave();
        }
    }
}
