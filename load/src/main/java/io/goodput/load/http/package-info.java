/**
 * HTTP/1.1 and HTTP/2 from the client's side, made for load: requests are bytes before the first one is sent, and of an
 * answer only its status and its end matter.
 *
 * <p>In: {@linkplain io.goodput.load.HttpTarget targets} and {@link io.goodput.load.http.HttpSettings}. Out: for each
 * request exactly one {@link io.goodput.load.RequestOutcome}, after a bounded time. Connections belong to the thread of
 * an event loop, are kept open, and bounded for each server. Over Netty: epoll where there is one, else NIO. After RFC
 * 9110, 9112 and 9113.
 */
package io.goodput.load.http;
