package io.goodput.netty.upstream;

import io.goodput.Range;
import io.goodput.balance.ConnectionAge;
import io.goodput.http.head.HeadLimits;
import java.time.Duration;

/**
 * The bounds of one loop's client.
 *
 * @param connections to one origin at a time, those that are being made among them
 * @param waiters how many requests may wait for one of them
 * @param longestWait for how long; 0 for not at all: a request that finds no connection fails at once
 * @param times of the parts of an exchange
 * @param age how old a connection may get
 * @param limits of the heads and trailers of answers
 */
public record UpstreamSettings(
        int connections, int waiters, Duration longestWait, UpstreamTimes times, ConnectionAge age, HeadLimits limits) {
    /** How many connections there may be. */
    public static final Range<Integer> CONNECTIONS = new Range<>(1, 100_000);

    /** How many may wait. */
    public static final Range<Integer> WAITERS = new Range<>(0, 100_000);

    /** What the wait may be. */
    public static final Range<Duration> WAIT = new Range<>(Duration.ZERO, Duration.ofMinutes(1));

    /** 128 connections, nobody waits. */
    public static final UpstreamSettings STANDARD = new UpstreamSettings(
            128, 0, Duration.ZERO, UpstreamTimes.STANDARD, ConnectionAge.STANDARD, HeadLimits.STANDARD);

    /** Refuses what is out of bounds. */
    public UpstreamSettings {
        CONNECTIONS.check("connections", connections);
        WAITERS.check("waiters", waiters);
        WAIT.check("longestWait", longestWait);
    }

    /** The same with so many connections. */
    public UpstreamSettings withConnections(int other) {
        return new UpstreamSettings(other, waiters, longestWait, times, age, limits);
    }

    /** The same where so many may wait for so long. */
    public UpstreamSettings withWaiters(int others, Duration longest) {
        return new UpstreamSettings(connections, others, longest, times, age, limits);
    }

    /** The same with other times. */
    public UpstreamSettings withTimes(UpstreamTimes other) {
        return new UpstreamSettings(connections, waiters, longestWait, other, age, limits);
    }

    /** The same with connections of another age. */
    public UpstreamSettings withAge(ConnectionAge other) {
        return new UpstreamSettings(connections, waiters, longestWait, times, other, limits);
    }
}
