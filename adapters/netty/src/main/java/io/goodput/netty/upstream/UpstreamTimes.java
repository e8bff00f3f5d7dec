package io.goodput.netty.upstream;

import io.goodput.Range;
import java.time.Duration;

/**
 * How long the parts of an exchange with an origin may take; a guard's attempt timeout bounds the whole.
 *
 * @param connect until the connection is made
 * @param tls for the handshake after it
 * @param firstByte from the end of the request until the head of the answer is whole
 * @param idle in which the origin neither sends what is asked for nor takes what is written
 * @param unused for which a connection is kept for the next request; below what origins keep theirs for, or requests
 *     run into closed doors
 */
public record UpstreamTimes(Duration connect, Duration tls, Duration firstByte, Duration idle, Duration unused) {
    /** What each of them may be. */
    public static final Range<Duration> TIME = new Range<>(Duration.ofMillis(1), Duration.ofDays(1));

    /** 1 s, 2 s, 30 s, 30 s; 4 s, as Node and Apache close at 5 s. */
    public static final UpstreamTimes STANDARD = new UpstreamTimes(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(4));

    /** Refuses what is out of bounds. */
    public UpstreamTimes {
        TIME.check("connect", connect);
        TIME.check("tls", tls);
        TIME.check("firstByte", firstByte);
        TIME.check("idle", idle);
        TIME.check("unused", unused);
    }
}
