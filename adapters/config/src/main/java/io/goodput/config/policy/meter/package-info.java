/**
 * The blocks of what is measured, and of the timeout that follows from it.
 *
 * <p>In: a block such as {@code {littles-law: standard}}. Out: the settings of a meter, or of advice on timeouts, with
 * the bounds that core has, and the other way round. Begin at {@link io.goodput.config.policy.meter.MeterSettings}.
 */
package io.goodput.config.policy.meter;
