package io.goodput.telemetry;

import io.goodput.Classifier;

/**
 * Says what kind of cause an error has, so that errors can be counted by it. There are few kinds: who answers with more
 * than {@value Errors#MOST_CATEGORIES} different ones in the life of a process finds the rest as {@code other}.
 */
@FunctionalInterface
public interface Categories {
    /** The name of the class at the bottom of the error's causes: {@code ConnectException}. */
    Categories BY_ROOT_CAUSE = error -> {
        Throwable cause = Classifier.unwrap(error);
        for (int depth = 0; cause.getCause() != null && depth < 16; depth++) {
            cause = cause.getCause();
        }
        String name = cause.getClass().getSimpleName();
        return name.isEmpty() ? cause.getClass().getName() : name;
    };

    /**
     * The category of an error. Quick and thread-safe; wrappers of {@code java.util.concurrent} have been taken off.
     */
    String of(Throwable error);
}
