/**
 * How long calls take of late, and the timeout that follows from it.
 *
 * <p>In: latencies, and when they were seen. Out: percentiles of the last seconds, and a timeout for an accepted share
 * of false timeouts. After the Builders' Library article "Timeouts, retries, and backoff with jitter".
 */
package io.goodput.latency;
