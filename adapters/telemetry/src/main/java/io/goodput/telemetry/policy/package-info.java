/**
 * What protects a service, as figures: the snapshots of its breakers, limits, throttles, balancers, caches and
 * admission, read once a second, told as series, and written as records every ten. Nothing is added to what they do for
 * a call.
 */
package io.goodput.telemetry.policy;
