package io.goodput.logs.file;

/**
 * From when to when records count.
 *
 * @param since the first microsecond since 1970 that counts
 * @param until the first one after it that does not
 */
public record TimeBounds(long since, long until) {
    /** All times, and records that tell none. */
    public static final TimeBounds ALWAYS = new TimeBounds(Long.MIN_VALUE, Long.MAX_VALUE);

    /** Whether all times count. */
    public boolean isOpen() {
        return equals(ALWAYS);
    }

    /** Whether a moment counts. */
    public boolean contains(long micros) {
        return micros >= since && micros < until;
    }

    /** Whether any moment between these, both included, may count. */
    boolean reaches(long first, long last) {
        return last >= since && first < until;
    }
}
