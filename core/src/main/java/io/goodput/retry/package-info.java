/**
 * When to try again, how long to wait, and how many retries a dependency can afford.
 *
 * <p>In: how an attempt ended, and when. Out: the instant of the next attempt, or the reason why there is none. After
 * the Builders' Library article "Timeouts, retries, and backoff with jitter" and Marc Brooker's token buckets.
 */
package io.goodput.retry;
