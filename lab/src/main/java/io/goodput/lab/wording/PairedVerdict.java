package io.goodput.lab.wording;

import io.goodput.lab.result.PairedResult.Verdict;

/** What may be said of a difference, in words. */
public final class PairedVerdict {
    private PairedVerdict() {}

    /** {@code better}, {@code worse} or {@code no difference shown}. */
    public static String of(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case NOT_SHOWN -> "no difference shown";
        };
    }
}
