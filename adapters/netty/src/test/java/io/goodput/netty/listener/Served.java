package io.goodput.netty.listener;

import io.goodput.netty.CloseReason;
import io.goodput.netty.EventLoops;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.limit.ListenerLimits;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** A listener at a free port, its loop, and its clock, which stands until it is told. */
final class Served implements AutoCloseable {
    final EventLoops loops;
    final HttpListener listener;
    final AtomicLong nanos = new AtomicLong(1);

    Served(HttpHandler handler) throws IOException {
        this(handler, ListenerLimits.STANDARD);
    }

    Served(HttpHandler handler, ListenerLimits limits) throws IOException {
        this(handler, builder -> builder.limits(limits));
    }

    Served(HttpHandler handler, UnaryOperator<ListenerBuilder> settings) throws IOException {
        loops = EventLoops.start("served", 1);
        listener = settings.apply(HttpListener.at(loops, handler).ticker(nanos::get))
                .open();
    }

    RawClient client() throws IOException {
        return RawClient.to(listener.address());
    }

    /** So much time goes by, and all connections are looked at. */
    void pass(long seconds) {
        nanos.addAndGet(seconds * 1_000_000_000L);
    }

    /** How many connections were closed for that reason, once one was. */
    long closed(CloseReason reason) {
        long count = 0;
        while (count == 0) {
            count = Objects.requireNonNull(listener.counts().snapshot().closed().get(reason));
            Thread.onSpinWait();
        }
        return count;
    }

    @Override
    public void close() {
        listener.close();
        loops.close();
    }
}
