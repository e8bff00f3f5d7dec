package io.goodput.telemetry.aggregate;

import io.goodput.telemetry.scale.TimeCounts;
import io.goodput.telemetry.scale.TimeScale;
import java.util.Arrays;

/**
 * What a series holds of one interval, or of several together, to be filled, merged, written as bytes and read again.
 * Used over and over by one thread at a time.
 */
final class IntervalFigures {
    private final SeriesKind kind;
    private boolean any;
    private long count;
    private long sum;
    private double last;
    private double lowest;
    private double highest;
    private final long[] buckets;
    private int end;

    IntervalFigures(SeriesKind kind) {
        this.kind = kind;
        this.buckets = new long[kind == SeriesKind.TIME ? TimeScale.BUCKETS : 0];
    }

    void clear() {
        any = false;
        count = 0;
        sum = 0;
        Arrays.fill(buckets, 0, end, 0);
        end = 0;
    }

    /** Whether there is anything to write. */
    boolean isEmpty() {
        return !any;
    }

    void addCount(long more) {
        any |= more != 0;
        count += more;
    }

    /** Times that lie in no bucket, as there was no room for it, count in no quantile. */
    void addTimes(long many, long nanos) {
        any |= many != 0 || nanos != 0;
        count += many;
        sum += nanos;
    }

    void addBucket(int bucket, long many) {
        buckets[bucket] += many;
        end = Math.max(end, bucket + 1);
    }

    void addLevels(double least, double most, double latest) {
        lowest = any ? Math.min(lowest, least) : least;
        highest = any ? Math.max(highest, most) : most;
        last = latest;
        any = true;
    }

    long count() {
        return count;
    }

    long sum() {
        return sum;
    }

    /** Tells of each bucket that is not empty. */
    void eachBucket(BucketVisitor visitor) {
        for (int bucket = 0; bucket < end; bucket++) {
            if (buckets[bucket] != 0) {
                visitor.bucket(bucket, buckets[bucket]);
            }
        }
    }

    /** Hears of buckets. */
    interface BucketVisitor {
        void bucket(int bucket, long many);
    }

    void writeTo(IntervalBytes out) {
        switch (kind) {
            case COUNT -> out.put(count);
            case TIME -> {
                out.put(count);
                out.put(sum);
                writeBuckets(out);
            }
            case LEVEL -> {
                out.putDecimal(lowest);
                out.putDecimal(highest);
                out.putDecimal(last);
            }
        }
    }

    /** Each bucket by how many are empty before it; the last one is followed by none. */
    private void writeBuckets(IntervalBytes out) {
        int before = -1;
        for (int bucket = 0; bucket < end; bucket++) {
            if (buckets[bucket] != 0) {
                out.put(bucket - before);
                out.put(buckets[bucket]);
                before = bucket;
            }
        }
        out.put(0);
    }

    /** Adds what was written. */
    void add(IntervalBytes in) {
        switch (kind) {
            case COUNT -> addCount(in.next());
            case TIME -> {
                addTimes(in.next(), in.next());
                int bucket = -1;
                for (long step = in.next(); step != 0; step = in.next()) {
                    bucket += (int) step;
                    addBucket(bucket, in.next());
                }
            }
            case LEVEL -> addLevels(in.nextDecimal(), in.nextDecimal(), in.nextDecimal());
        }
    }

    IntervalView view(long index) {
        return new IntervalView(index, true, count, sum, TimeCounts.of(buckets), lowest, highest, last);
    }
}
