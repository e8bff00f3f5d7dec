package io.goodput.telemetry.aggregate;

import java.time.Instant;
import java.util.List;

/**
 * A series, as it was when it was looked at.
 *
 * @param key what it is of
 * @param kind what it holds of each interval
 * @param tier how long the intervals are
 * @param begin of the interval of index 0, by the clock of the process as it was when it began
 * @param intervals those that are remembered, the oldest first, without any left out: zeros and gaps are there
 */
public record SeriesView(SeriesKey key, SeriesKind kind, Tier tier, Instant begin, List<IntervalView> intervals) {
    /** Of such intervals. */
    public SeriesView {
        intervals = List.copyOf(intervals);
    }

    /** When an interval of it began. */
    public Instant beginOf(IntervalView interval) {
        return begin.plusSeconds(interval.index() * tier.seconds());
    }
}
