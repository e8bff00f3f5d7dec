package io.goodput.http.head;

import io.goodput.Range;

/**
 * How much a head may hold.
 *
 * @param bytes of all lines with their ends; in HTTP/2, of all names and values, and 4 for each line (431)
 * @param fields lines (431)
 * @param target bytes of the target (414)
 */
public record HeadLimits(int bytes, int fields, int target) {
    /** What a head may be allowed to hold. */
    public static final Range<Integer> BYTES = new Range<>(256, 1 << 20);

    /** How many lines it may be allowed to have. */
    public static final Range<Integer> FIELDS = new Range<>(1, 10_000);

    /** How long its target may be allowed to be. */
    public static final Range<Integer> TARGET = new Range<>(1, 1 << 20);

    /** 16 KB, 100 fields (Envoy's), 8 KB of target. */
    public static final HeadLimits STANDARD = new HeadLimits(16 * 1024, 100, 8 * 1024);

    /** Refuses what is out of bounds. */
    public HeadLimits {
        BYTES.check("bytes", bytes);
        FIELDS.check("fields", fields);
        TARGET.check("target", target);
    }
}
