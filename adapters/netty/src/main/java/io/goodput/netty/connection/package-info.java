/**
 * The connections of one event loop and the care that is taken of them
 * ({@link io.goodput.netty.connection.LoopConnections}): all are looked at four times a second, so that no request sets
 * a timer, and they are sent away one after the other when the listener drains. In come instants, out go calls to each
 * {@link io.goodput.netty.connection.ServerConnection}.
 *
 * <p>Source: Varghese and Lauck, Hashed and Hierarchical Timing Wheels (1987), of which this is scheme 1: few timers,
 * all coarse.
 */
package io.goodput.netty.connection;
