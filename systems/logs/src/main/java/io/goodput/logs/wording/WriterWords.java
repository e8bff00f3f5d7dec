package io.goodput.logs.wording;

import io.goodput.logs.record.WriterStep;

/** How records are written, in words. */
public final class WriterWords {
    private WriterWords() {}

    /** {@code shop/i2 writes errors only since 2026-…: 4 % of the disk are free}. */
    public static String since(WriterStep step) {
        return step.origin().process() + " " + does(step) + " since "
                + TimelineWords.instant(step.origin().at()) + (step.why() == null ? "" : ": " + step.why());
    }

    private static String does(WriterStep step) {
        return switch (step.mode()) {
            case ALL -> "writes all records";
            case SAMPLED -> "writes errors and a sample of the rest";
            case ERRORS -> "writes errors only";
            case COUNTS -> "writes counts alone";
            case OFF -> "writes no records";
        };
    }
}
