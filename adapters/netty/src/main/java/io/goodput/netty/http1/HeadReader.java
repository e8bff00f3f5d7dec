package io.goodput.netty.http1;

import io.goodput.http.head.HeadLimits;
import io.goodput.http.head.RequestDecoder;
import io.goodput.http.head.RequestVerdict;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the heads of one connection from its inbox, one after the other. */
final class HeadReader {
    /** The decoder of a larger one is not kept for the next, as it keeps its memory. */
    private static final int LARGE = 2048;

    private final HeadLimits limits;
    private RequestDecoder decoder;
    private int bytes;
    private boolean begun;

    HeadReader(HeadLimits limits) {
        this.limits = limits;
        this.decoder = new RequestDecoder(limits);
    }

    /** Goes on with what is in the inbox, which is not empty; null if that is not enough. */
    @Nullable RequestVerdict next(Inbox inbox) {
        begun = true;
        ByteBuffer view = inbox.view();
        int from = view.position();
        RequestVerdict verdict = decoder.decode(view);
        int taken = view.position() - from;
        bytes += taken;
        inbox.taken(taken);
        return verdict;
    }

    /** The head was taken: the next one has not begun. */
    void done() {
        begun = false;
        if (bytes > LARGE) {
            decoder = new RequestDecoder(limits);
        }
        bytes = 0;
    }

    /** Whether a byte of the next one has come, be it one that says nothing. */
    boolean hasBegun() {
        return begun;
    }

    /** Whether nothing of a head has come yet. */
    boolean isIdle() {
        return decoder.isIdle();
    }
}
