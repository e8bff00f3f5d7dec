package io.goodput.limit;

/**
 * A limit that stays as it is. By Little's law, the rate that the dependency can serve times its latency without a
 * queue, and some room.
 *
 * @param limit from 1 to 1,000,000
 */
public record FixedLimit(int limit) implements ConcurrencyLimit.Settings {
    /** Refuses a limit that admits nothing, or that cannot be counted. */
    public FixedLimit {
        ConcurrencyLimit.LIMIT.check("limit", limit);
    }

    @Override
    public int initial() {
        return limit;
    }

    @Override
    public int min() {
        return limit;
    }

    @Override
    public int max() {
        return limit;
    }
}
