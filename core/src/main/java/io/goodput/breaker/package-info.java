/**
 * How much of its calls a dependency that fails is still sent.
 *
 * <p>In: how calls ended. Out: whether to send the next one. After the Builders' Library and re:Invent talks on
 * resilience, which prefer admission that goes up and down by degrees to a breaker that is on or off, and a breaker for
 * each shard to one for all.
 */
package io.goodput.breaker;
