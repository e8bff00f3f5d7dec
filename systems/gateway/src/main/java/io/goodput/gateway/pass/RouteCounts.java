package io.goodput.gateway.pass;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What became of the requests of a route. Safe for many threads. */
public final class RouteCounts {
    private static final int FIRST_STATUS = 100;
    private static final int CLASSES = 9;

    private final LongAdder requests = new LongAdder();
    private final LongAdder attempts = new LongAdder();
    private final LongAdder gone = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final LongAdder[] answers = new LongAdder[CLASSES];
    private final Map<Integer, LongAdder> own = new ConcurrentHashMap<>();

    /** Nothing so far. */
    RouteCounts() {
        for (int i = 0; i < CLASSES; i++) {
            answers[i] = new LongAdder();
        }
    }

    void requested() {
        requests.increment();
    }

    void attempted() {
        attempts.increment();
    }

    void clientGone() {
        gone.increment();
    }

    void answerCut() {
        cut.increment();
    }

    void answered(int status) {
        answers[status / FIRST_STATUS - 1].increment();
    }

    void refused(int status) {
        own.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }

    /** As they are now. */
    public Snapshot snapshot() {
        Map<String, Long> passed = new TreeMap<>();
        for (int i = 1; i < 5; i++) {
            passed.put((i + 1) + "xx", answers[i].sum());
        }
        Map<Integer, Long> ours = new TreeMap<>();
        own.forEach((status, count) -> ours.put(status, count.sum()));
        return new Snapshot(
                requests.sum(),
                attempts.sum(),
                gone.sum(),
                cut.sum(),
                Collections.unmodifiableMap(passed),
                Collections.unmodifiableMap(ours));
    }

    /**
     * The counts of one moment.
     *
     * @param requests that took the route
     * @param attempts that were begun for them
     * @param gone requests whose client went away before all of the answer was sent
     * @param cut answers that their origin did not end
     * @param answers of origins that were passed on, by class: {@code 2xx}
     * @param own answers of the gateway itself, by status
     */
    public record Snapshot(
            long requests, long attempts, long gone, long cut, Map<String, Long> answers, Map<Integer, Long> own) {}
}
