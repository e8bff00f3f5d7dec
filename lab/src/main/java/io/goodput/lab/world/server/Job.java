package io.goodput.lab.world.server;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.lab.model.Latency;

/** A request as the server sees it that works on it. All instants are those of the simulation, in nanoseconds. */
public interface Job {
    /** It is inside now, waiting or worked on. */
    void enter(Server inside, long now);

    /** It is worked on, from now for that many nanoseconds at full speed; its end is an event of its own. */
    void work(long nanos, long now);

    /** It is worked on, by a server that will say itself when the work is {@link #worked done}. */
    void started(long now);

    /** The server's own work for it is done. */
    void worked(long now);

    /** It is refused, inside, before it was worked on. */
    void refuse(Outcome how, Unserved why, long now);

    /** Whether nobody waits for it any more, as far as the server is told. */
    boolean isTooLate(long now);

    /** When nobody waits any more, by the server's own clock; {@link Long#MAX_VALUE} if it is told nothing. */
    long deadline(long now);

    /** When the work for it began. */
    long startedAt();

    /** Its criticality and tenant. */
    CallContext context();

    /** What the work takes that it asks for. */
    Latency latency();

    /** By how much its work is more than that of others. */
    double factor();

    /** What the server works more for a new connection, in nanoseconds. */
    long handshake();
}
