package io.goodput.telemetry.file;

import io.goodput.Range;

/**
 * Below which free share of its disk a writer writes less.
 *
 * @param sampled errors and a sample
 * @param errors errors only; at most {@code sampled}
 * @param counts nothing but counts; at most {@code errors}
 */
public record DiskLimits(double sampled, double errors, double counts) {
    /** 10 %, 5 % and 2 %. */
    public static final DiskLimits STANDARD = new DiskLimits(0.10, 0.05, 0.02);

    /** In order. */
    public DiskLimits {
        Range.SHARE.check("sampled", sampled);
        Range.SHARE.to(sampled).check("errors", errors);
        Range.SHARE.to(errors).check("counts", counts);
    }
}
