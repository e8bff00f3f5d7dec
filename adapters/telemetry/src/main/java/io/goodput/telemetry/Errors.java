package io.goodput.telemetry;

import io.goodput.Classifier;
import io.goodput.Outcome;
import io.goodput.admission.AdmissionRefusedException;
import io.goodput.guard.CallDroppedException;
import io.goodput.telemetry.unit.Ended;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What there is to tell of errors: a bounded number of categories, and words that may be anything. */
final class Errors {
    /** Categories in the life of a process. */
    static final int MOST_CATEGORIES = 200;

    private static final int MOST_WORDS = 1_025;
    private static final String OTHER = "other";

    private final Categories categories;
    private final ConcurrentHashMap<String, String> known = new ConcurrentHashMap<>();

    Errors(Categories categories) {
        this.categories = categories;
    }

    /** How something ended that failed with this error. */
    Ended ended(Outcome outcome, @Nullable String status, Throwable error) {
        Throwable cause = Classifier.unwrap(error);
        return new Ended(outcome, status, category(cause), words(cause));
    }

    /** The same, by the word of a classifier. */
    Ended ended(Classifier classifier, Throwable error) {
        Outcome outcome;
        try {
            outcome = classifier.ofError(Classifier.unwrap(error));
        } catch (RuntimeException _) {
            outcome = Outcome.PERMANENT_FAILURE;
        }
        return ended(outcome, null, error);
    }

    /** The rule that an error says no by; null if it is no refusal. */
    static @Nullable String refusal(Throwable error) {
        return switch (Classifier.unwrap(error)) {
            case CallDroppedException dropped
            when dropped.refusal() != null -> dropped.refusal().reason().name();
            case AdmissionRefusedException refused -> refused.reason().name();
            default -> null;
        };
    }

    private String category(Throwable error) {
        String named;
        try {
            named = categories.of(error);
        } catch (RuntimeException _) {
            named = error.getClass().getSimpleName();
        }
        String same = known.get(named);
        if (same != null) {
            return same;
        }
        if (known.size() >= MOST_CATEGORIES) {
            return OTHER;
        }
        known.put(named, named);
        return named;
    }

    /** An error whose text cannot be made is told by its class. */
    private static String words(Throwable error) {
        try {
            String words = String.valueOf(error);
            return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words;
        } catch (RuntimeException _) {
            return error.getClass().getName();
        }
    }
}
