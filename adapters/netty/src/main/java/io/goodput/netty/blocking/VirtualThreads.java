package io.goodput.netty.blocking;

import io.goodput.http.head.Fields;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.ServerExchange;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadFactory;

/** Gives each request a virtual thread. There are no more of them than connections. */
public final class VirtualThreads implements HttpHandler {
    private static final Logger LOG = System.getLogger(VirtualThreads.class.getName());
    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("request-", 0).factory();

    private final BlockingHandler handler;

    /** For that handler. */
    public VirtualThreads(BlockingHandler handler) {
        this.handler = handler;
    }

    @Override
    public void handle(ServerExchange exchange) {
        var blocking = new BlockingExchange(exchange);
        exchange.listen(blocking.listener());
        THREADS.newThread(() -> serve(exchange, blocking)).start();
    }

    private void serve(ServerExchange exchange, BlockingExchange blocking) {
        try {
            handler.handle(blocking);
            if (blocking.isAnswered()) {
                blocking.finish();
                return;
            }
            LOG.log(Level.ERROR, () -> "the handler of request " + exchange.id() + " gave no answer");
        } catch (IOException | RuntimeException e) {
            if (blocking.isGone()) {
                return;
            }
            LOG.log(Level.ERROR, () -> "the handler of request " + exchange.id() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.loop().execute(() -> giveUp(exchange));
    }

    private static void giveUp(ServerExchange exchange) {
        if (exchange.isAnswered()) {
            exchange.reset();
        } else {
            exchange.refuse(500, "the handler failed", Fields.NONE);
        }
    }
}
