package io.goodput.lab.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can happen in a run, by its name in lower case. */
public enum TraceKind {
    /** A fault, or a phase of a workload, begins. */
    BEGINS,
    /** It is over. */
    ENDS,
    /** An endpoint goes down. */
    DOWN,
    /** It comes up again. */
    UP,
    /** A population makes a call. */
    CALLED,
    /** A process sends an attempt to an endpoint. */
    SENT,
    /** It comes in there. */
    ARRIVED,
    /** The endpoint begins to work on it. */
    STARTED,
    /** The endpoint sends its answer, which may be a refusal. */
    ANSWERED,
    /** The answer comes in, whether or not somebody still waits for it. */
    RETURNED,
    /** A request or an answer is lost on its way. */
    LOST,
    /** A caller no longer waits for an attempt. */
    ABANDONED,
    /** A guarded call is over, with all its attempts. */
    ENDED,
    /** A population's call is over. */
    FINISHED;

    /** The kind of that name, or null. */
    public static @Nullable TraceKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The names of all of them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(TraceKind::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
