package io.goodput.netty.http1;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * When a handler, or a listener of one, is being called by its connection: what it calls meanwhile has effect, and is
 * told, when it has returned.
 */
final class HandlerCalls {
    private @Nullable ArrayDeque<Http1Exchange> sent;
    private boolean writable;
    private int depth;

    /** One begins. */
    void enter() {
        depth++;
    }

    /** One has returned; whether none is left, and the connection has become writable meanwhile. */
    boolean leave() {
        depth--;
        while (depth == 0 && sent != null && !sent.isEmpty()) {
            sent.removeFirst().tellSent();
        }
        boolean due = depth == 0 && writable;
        writable &= !due;
        return due;
    }

    /** Whether one is on its way. */
    boolean isWithin() {
        return depth > 0;
    }

    /** The connection has become writable. */
    void becameWritable() {
        writable = true;
    }

    /** All of an answer has been written: it is told so, now or then. */
    void sent(Http1Exchange ended) {
        if (depth > 0) {
            sent = sent == null ? new ArrayDeque<>(2) : sent;
            sent.addLast(ended);
        } else {
            ended.tellSent();
        }
    }
}
