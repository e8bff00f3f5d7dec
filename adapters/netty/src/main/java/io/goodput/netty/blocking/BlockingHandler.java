package io.goodput.netty.blocking;

import java.io.IOException;

/** Serves one request on a thread of its own, which may block. */
@FunctionalInterface
public interface BlockingHandler {
    /**
     * Answers. What it leaves open is ended when it returns; without any answer the client gets a 500, as it does after
     * an exception.
     *
     * @throws IOException if the client is gone, as the streams say, or for any other reason
     * @throws InterruptedException if the thread is interrupted
     */
    void handle(BlockingExchange exchange) throws IOException, InterruptedException;
}
