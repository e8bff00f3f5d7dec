/**
 * What a listener for HTTP, its handlers and the clients behind them have in common. A request comes as a
 * {@link io.goodput.netty.ServerExchange} to an {@link io.goodput.netty.HttpHandler} on the event loop of its
 * connection, and stays there: no thread and no future is made for it. Its body is asked for piece by piece, its answer
 * is written while the client takes it; what becomes of it is told to an {@link io.goodput.netty.ExchangeListener},
 * last of all either that it was sent or for which {@link io.goodput.netty.CloseReason} it was not.
 *
 * <p>In come heads that the rules of {@link io.goodput.http.head} have accepted, and buffers of Netty; out go heads and
 * buffers. Netty moves bytes here and decides nothing.
 *
 * <p>Sources: RFC 9110 and 9112; the Reactive Streams for demand, without their types.
 */
package io.goodput.netty;
