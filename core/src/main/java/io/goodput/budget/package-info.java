/**
 * Tokens that bound what is done beyond the plain course of things: retries, hedges.
 *
 * <p>In: what is to be taken or put back. Out: whether there was enough. Who takes what, and who puts back, is decided
 * by whoever uses it. After "Timeouts, retries, and backoff with jitter" (Amazon Builders' Library). Not exported.
 */
package io.goodput.budget;
