package io.goodput.netty.limit;

import io.goodput.Range;
import io.goodput.http.head.HeadLimits;
import java.time.Duration;

/**
 * How much a listener bears.
 *
 * @param head bytes, fields and target of a head (431, 414)
 * @param body the most bytes of a request's body, told in advance or not (413)
 * @param buffered the most bytes that wait in memory, in either direction of a connection; a piece that is being read
 *     or written may go beyond it by its own length
 * @param unread the most bytes of a body that nobody wanted which are read and thrown away, so that the connection
 *     lives on
 * @param connections at once; one more is closed unanswered
 * @param headTime within which a head is whole from its first byte on (408), or a handshake from its connection on
 * @param idle for how long a connection may be without a request
 * @param floor bytes a second that a body must come with, or an answer be taken with
 * @param floorTime of which each span is held to the floor
 * @param linger for how long a client may go on sending after a last answer, so that it can read it
 */
public record ListenerLimits(
        HeadLimits head,
        long body,
        int buffered,
        long unread,
        int connections,
        Duration headTime,
        Duration idle,
        int floor,
        Duration floorTime,
        Duration linger) {
    /** Bytes of a body. */
    public static final Range<Long> BODY = new Range<>(0L, 1L << 40);

    /** Bytes in memory, each direction. */
    public static final Range<Integer> BUFFERED = new Range<>(16 << 10, 16 << 20);

    /** Bytes thrown away. */
    public static final Range<Long> UNREAD = new Range<>(0L, 16L << 20);

    /** Connections at once. */
    public static final Range<Integer> CONNECTIONS = new Range<>(1, 1_000_000);

    /** Of a head, a span of the floor, or what lingers. */
    public static final Range<Duration> TIME = new Range<>(Duration.ofMillis(100), Duration.ofMinutes(10));

    /** Without a request. */
    public static final Range<Duration> IDLE = new Range<>(Duration.ofMillis(100), Duration.ofHours(1));

    /** Bytes a second; 0 for none. */
    public static final Range<Integer> FLOOR = new Range<>(0, 1 << 20);

    /**
     * 16 KB of head with 100 fields and 8 KB of target, 10 MB of body, 256 KB in memory, 64 KB thrown away, 10,000
     * connections, 10 s for a head, 60 s idle, 500 B/s in each 10 s, 2 s of lingering.
     */
    public static final ListenerLimits STANDARD = new ListenerLimits(
            HeadLimits.STANDARD,
            10 << 20,
            256 << 10,
            64 << 10,
            10_000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            500,
            Duration.ofSeconds(10),
            Duration.ofSeconds(2));

    /** Refuses what is out of bounds. */
    public ListenerLimits {
        BODY.check("body", body);
        BUFFERED.check("buffered", buffered);
        UNREAD.check("unread", unread);
        CONNECTIONS.check("connections", connections);
        TIME.check("headTime", headTime);
        IDLE.check("idle", idle);
        FLOOR.check("floor", floor);
        TIME.check("floorTime", floorTime);
        TIME.check("linger", linger);
    }

    /** The same with other heads. */
    public ListenerLimits withHead(HeadLimits other) {
        return new ListenerLimits(other, body, buffered, unread, connections, headTime, idle, floor, floorTime, linger);
    }

    /** The same with other bodies. */
    public ListenerLimits withBody(long bytes) {
        return new ListenerLimits(head, bytes, buffered, unread, connections, headTime, idle, floor, floorTime, linger);
    }

    /** The same with so much in memory. */
    public ListenerLimits withBuffered(int bytes) {
        return new ListenerLimits(head, body, bytes, unread, connections, headTime, idle, floor, floorTime, linger);
    }

    /** The same with so much thrown away. */
    public ListenerLimits withUnread(long bytes) {
        return new ListenerLimits(head, body, buffered, bytes, connections, headTime, idle, floor, floorTime, linger);
    }

    /** The same with so many connections. */
    public ListenerLimits withConnections(int most) {
        return new ListenerLimits(head, body, buffered, unread, most, headTime, idle, floor, floorTime, linger);
    }

    /** The same with other times. */
    public ListenerLimits withTimes(Duration forHead, Duration whileIdle) {
        return new ListenerLimits(
                head, body, buffered, unread, connections, forHead, whileIdle, floor, floorTime, linger);
    }

    /** The same with another floor. */
    public ListenerLimits withFloor(int bytesPerSecond, Duration span) {
        return new ListenerLimits(
                head, body, buffered, unread, connections, headTime, idle, bytesPerSecond, span, linger);
    }
}
