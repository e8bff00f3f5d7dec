package io.goodput.config.live;

import io.goodput.Range;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When to look at a file, and whether what is there is to be taken. It does not look: it is told what is there, by a
 * fingerprint, and answers.
 *
 * <p>It looks once in a while, whatever happens, as some file systems tell nothing and others not all; and soon after
 * something has happened in the folder. What is new is taken when it is the same at two looks that lie some time apart,
 * so that a file is not taken that somebody is still writing. What was taken once, or refused, is not taken again
 * before something else was.
 *
 * <p>Not thread-safe. All times are readings of one ticker.
 */
final class LookSchedule {
    /** What the time between looks may be. */
    static final Range<Duration> POLL = new Range<>(Duration.ofMillis(10), Duration.ofDays(1));

    /** What the time may be for which a file has to stay the same. */
    static final Range<Duration> QUIET = new Range<>(Duration.ofMillis(1), Duration.ofMinutes(1));

    /** A folder in which things happen all the time is looked at all the same. */
    private static final int LONGEST_PUT_OFF = 10;

    private final long poll;
    private final long quiet;
    private String handled;
    private @Nullable String candidate;
    private long seenAt;
    private long lookAt;
    private long eventSince = -1;

    /**
     * Begins with a file that was just taken.
     *
     * @param handled its fingerprint
     */
    LookSchedule(Duration poll, Duration quiet, String handled, long now) {
        this.poll = POLL.check("poll", poll).toNanos();
        this.quiet = QUIET.check("quiet", quiet).toNanos();
        this.handled = handled;
        this.lookAt = now + this.poll;
    }

    /** When to look next. */
    long lookAt() {
        return lookAt;
    }

    /** Something has happened in the folder: it is looked at when nothing has for a while. */
    void happened(long now) {
        if (eventSince < 0) {
            eventSince = now;
        }
        lookAt = Math.min(now + quiet, eventSince + LONGEST_PUT_OFF * quiet);
    }

    /**
     * The file was looked at.
     *
     * @param fingerprint of what was there; also that nothing was has one
     * @return whether that is to be taken now
     */
    boolean looked(String fingerprint, long now) {
        eventSince = -1;
        if (fingerprint.equals(handled)) {
            candidate = null;
            lookAt = now + poll;
            return false;
        }
        if (!fingerprint.equals(candidate)) {
            candidate = fingerprint;
            seenAt = now;
        } else if (now - seenAt >= quiet) {
            takes(fingerprint, now);
            return true;
        }
        lookAt = seenAt + quiet;
        return false;
    }

    /** It is taken, whether or not it has settled. */
    void takes(String fingerprint, long now) {
        handled = fingerprint;
        candidate = null;
        eventSince = -1;
        lookAt = now + poll;
    }
}
