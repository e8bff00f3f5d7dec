/**
 * What a listener bears: how much and how long ({@link io.goodput.netty.limit.ListenerLimits}), how slow a side may be
 * ({@link io.goodput.netty.limit.SpeedFloor}), and how often each limit was reached
 * ({@link io.goodput.netty.limit.ListenerCounts}). In come times and bytes, out come verdicts and counts; there is no
 * I/O here and no clock.
 *
 * <p>Sources: the defaults of nginx, Envoy's advice for the edge, and ALB's idle time.
 */
package io.goodput.netty.limit;
