package io.goodput.netty;

/** Serves requests on the event loops of their connections. It must not block: all connections of a loop would wait. */
@FunctionalInterface
public interface HttpHandler {
    /**
     * A request has come; of its body perhaps nothing yet. Whoever wants the body, or to know how it ends, says so by
     * {@link ServerExchange#listen} before this returns; the answer may come now or at any later time.
     *
     * <p>An exception is answered with 500, or cuts the connection if an answer has begun.
     */
    void handle(ServerExchange exchange);
}
