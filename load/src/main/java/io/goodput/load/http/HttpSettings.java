package io.goodput.load.http;

import io.goodput.Range;
import java.time.Duration;

/**
 * How requests are sent.
 *
 * @param protocol what is spoken; HTTP/1.1 unless said otherwise
 * @param threads event loops; 1 to 64, and 1 unless said otherwise
 * @param connections at most to each server, all loops together; 1 to 65,536, and one for each loop, and 100 unless
 *     said otherwise
 * @param streams of HTTP/2, at most on each connection at a time, and never more than the server allows; 1 to 10,000,
 *     and 100 unless said otherwise
 * @param timeout of a request, from sending it to the end of the answer, connecting included; 1 ms to 1 h, and 10 s
 *     unless said otherwise
 * @param trust whose certificates are believed
 */
public record HttpSettings(
        WireProtocol protocol, int threads, int connections, int streams, Duration timeout, TlsTrust trust) {
    /** Event loops. */
    public static final Range<Integer> THREADS = new Range<>(1, 64);

    /** Connections to each server. */
    public static final Range<Integer> CONNECTIONS = new Range<>(1, 65_536);

    /** Requests at a time on a connection of HTTP/2. */
    public static final Range<Integer> STREAMS = new Range<>(1, 10_000);

    /** Of a request. */
    public static final Range<Duration> TIMEOUT = new Range<>(Duration.ofMillis(1), Duration.ofHours(1));

    /** HTTP/1.1 on one thread. */
    public static final HttpSettings STANDARD =
            new HttpSettings(WireProtocol.HTTP_1_1, 1, 100, 100, Duration.ofSeconds(10), new TlsTrust.Java());

    /** Refuses what is out of bounds. */
    public HttpSettings {
        THREADS.check("threads", threads);
        CONNECTIONS.from(threads).check("connections", connections);
        STREAMS.check("streams", streams);
        TIMEOUT.check("timeout", timeout);
    }

    /** The same with another protocol. */
    public HttpSettings protocol(WireProtocol other) {
        return new HttpSettings(other, threads, connections, streams, timeout, trust);
    }

    /** The same with so many event loops. */
    public HttpSettings threads(int other) {
        return new HttpSettings(protocol, other, connections, streams, timeout, trust);
    }

    /** The same with so many connections. */
    public HttpSettings connections(int other) {
        return new HttpSettings(protocol, threads, other, streams, timeout, trust);
    }

    /** The same with so many streams. */
    public HttpSettings streams(int other) {
        return new HttpSettings(protocol, threads, connections, other, timeout, trust);
    }

    /** The same with another timeout. */
    public HttpSettings timeout(Duration other) {
        return new HttpSettings(protocol, threads, connections, streams, other, trust);
    }

    /** The same that believes others. */
    public HttpSettings trust(TlsTrust other) {
        return new HttpSettings(protocol, threads, connections, streams, timeout, other);
    }

    /** How many of the connections to a server are of that loop. */
    int connectionsOf(int loop) {
        return connections / threads + (loop < connections % threads ? 1 : 0);
    }
}
