package io.goodput.conformance;

import io.goodput.Outcome;
import io.goodput.guard.CallDroppedException;
import io.goodput.guard.CallTimeoutException;
import io.goodput.guard.RetryRefusedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a driver did, and when. */
final class Log {
    private record Entry(long at, boolean last, String what) {}

    private final List<Entry> entries = new ArrayList<>();

    void begin(long at, int attempt) {
        entries.add(new Entry(at, false, "begin " + attempt));
    }

    /** An attempt that would have ended by itself at this very instant may be told to stop, or not: it is the same. */
    void cancel(long at, int attempt, long endsAt) {
        if (at < endsAt) {
            entries.add(new Entry(at, false, "cancel " + attempt));
        }
    }

    void finish(long at, Outcome outcome, @Nullable Object refusal) {
        entries.add(new Entry(at, true, "finish " + outcome + " refused: " + refusal));
    }

    /** What the caller saw, told as the state machine would tell it. */
    void finish(long at, @Nullable Throwable seen) {
        switch (seen) {
            case null -> finish(at, Outcome.SUCCESS, null);
            case CallDroppedException dropped -> finish(at, Outcome.DROPPED, dropped.refusal());
            case CallTimeoutException timeout ->
                finish(at, timeout.attempts() == 0 ? Outcome.DROPPED : Outcome.TIMEOUT, timeout.refusal());
            case InterruptedException _, CancellationException _ -> finish(at, Outcome.CANCELLED, null);
            default -> finish(at, Script.CLASSIFIER.ofError(seen), refusalIn(seen));
        }
    }

    private static @Nullable Object refusalIn(Throwable seen) {
        return Stream.of(seen.getSuppressed())
                .filter(RetryRefusedException.class::isInstance)
                .map(refused -> ((RetryRefusedException) refused).refusal())
                .findFirst()
                .orElse(null);
    }

    /** A caller who cancels knows that the call is over before the attempt does. */
    List<String> lines() {
        return entries.stream()
                .sorted(Comparator.comparingLong(Entry::at).thenComparing(Entry::last))
                .map(entry -> entry.at + " " + entry.what)
                .toList();
    }
}
