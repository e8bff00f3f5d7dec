/**
 * Load over HTTP: what is sent, how it may end, and the time it goes by.
 *
 * <p>In: {@linkplain io.goodput.load.HttpTarget targets}, and a plan of {@link io.goodput.load.traffic} or
 * {@link io.goodput.load.step}. Out: what was answered, how fast, and the laws of {@link io.goodput.load.fit}. A
 * request is sent when it is due, whatever became of the earlier ones, and its latency counts from that instant: a
 * service that stalls cannot hide the queue that it caused (Tene, "How NOT to measure latency", 2015).
 */
package io.goodput.load;
