/**
 * State by key, in bounded room: one breaker for each shard, one bucket for each tenant.
 *
 * <p>In: a key, and when. Out: its state, made when first asked for. Keys come from outside, so there may be more of
 * them than there is memory; which of them are kept follows S3-FIFO (Yang and others, "FIFO queues are all you need for
 * cache eviction", SOSP 2023).
 */
package io.goodput.keyed;
