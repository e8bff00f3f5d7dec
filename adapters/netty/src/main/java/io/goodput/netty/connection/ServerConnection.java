package io.goodput.netty.connection;

import io.goodput.netty.CloseReason;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** A connection that {@link LoopConnections} takes care of, on the thread of its loop. */
public abstract class ServerConnection extends ChannelInboundHandlerAdapter {
    /** Where it stands among those of its loop; -1 while it does not. */
    int place = -1;

    /** From when on it may have no further request; none while the listener does not drain. */
    long lastFrom = Long.MAX_VALUE;

    /** For the connections of this house. */
    protected ServerConnection() {}

    /**
     * Looks whether a limit of time is reached.
     *
     * @param now in nanoseconds
     */
    protected abstract void tend(long now);

    /** The listener drains: closes it if it is idle, and says whether it is on its way out now. */
    protected abstract boolean closeIfIdle();

    /** No further request: the next answer says that it is the last; an idle connection is closed. */
    protected abstract void lastRequest();

    /** Ends it at once, whatever is on the way. */
    protected abstract void cut(CloseReason reason);
}
