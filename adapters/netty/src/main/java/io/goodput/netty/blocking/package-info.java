/**
 * Handlers that may block, on virtual threads: a thread for each request, its body a stream that is read, its answer
 * one that is written ({@link io.goodput.netty.blocking.BlockingExchange}). Between thread and event loop one piece is
 * under way in each direction, so that neither side fills memory. For servers of our own; a gateway has no thread for a
 * request.
 *
 * <p>Source: JEP 444.
 */
package io.goodput.netty.blocking;
