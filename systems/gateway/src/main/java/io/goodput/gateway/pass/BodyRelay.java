package io.goodput.gateway.pass;

import io.goodput.http.body.Trailers;
import io.goodput.http.head.Fields;
import io.goodput.netty.ServerExchange;
import io.goodput.netty.upstream.UpstreamExchange;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a request's body to its origin, a piece at a time: the next is asked for when the origin has room. What was
 * sent is kept for another attempt, up to a bound; beyond it nothing is, and there can be no other attempt.
 */
final class BodyRelay {
    private final ServerExchange exchange;
    private final long most;
    private final Runnable beyond;

    /** Pieces to be sent, those before {@link #next} already; without replay only what is still to be sent. */
    private final List<ByteBuf> kept = new ArrayList<>();

    private @Nullable UpstreamExchange origin;
    private int next;
    private long bytes;
    private boolean replays = true;
    private boolean whole;
    private boolean told;
    private Fields trailers = Fields.NONE;
    private boolean asked;
    private boolean released;
    private boolean held;

    /**
     * Of a request with a body.
     *
     * @param most bytes that are kept
     * @param beyond told once that another attempt is impossible
     */
    BodyRelay(ServerExchange exchange, long most, Runnable beyond) {
        this.exchange = exchange;
        this.most = most;
        this.beyond = beyond;
    }

    /** Not before the origin has asked for it, or has let some time pass. */
    void hold() {
        held = true;
    }

    /** Now. */
    void letGo() {
        held = false;
        pump();
    }

    /** To that origin, from the beginning. */
    void sendTo(UpstreamExchange to) {
        origin = to;
        next = 0;
        told = false;
        pump();
    }

    /** To nobody for now. */
    void stop() {
        origin = null;
    }

    void came(ByteBuf piece) {
        asked = false;
        if (released) {
            piece.release();
            return;
        }
        kept.add(piece);
        bytes += piece.readableBytes();
        if (replays && bytes > most) {
            replays = false;
            for (int sent = 0; sent < next; sent++) {
                kept.removeFirst().release();
            }
            next = 0;
            beyond.run();
        }
        pump();
    }

    void ended(Fields with) {
        asked = false;
        whole = true;
        trailers = with;
        pump();
    }

    /** Sends what there is and has room, and asks for more. */
    void pump() {
        UpstreamExchange to = origin;
        if (to == null || released) {
            return;
        }
        while (next < kept.size() && to.isWritable()) {
            if (replays) {
                to.write(kept.get(next++).retainedDuplicate());
            } else {
                to.write(kept.removeFirst());
            }
        }
        if (next < kept.size() || !to.isWritable()) {
            return;
        }
        if (!whole) {
            if (!asked && !held) {
                asked = true;
                exchange.read();
            }
        } else if (!told) {
            told = true;
            to.end(Trailers.passing(trailers));
        }
    }

    /** Lets go of all that is kept; what still comes is thrown away. */
    void release() {
        released = true;
        origin = null;
        kept.forEach(ByteBuf::release);
        kept.clear();
    }
}
