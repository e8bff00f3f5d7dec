/** Time for what decides without a clock: somebody is told the time, again and again. */
package io.goodput.telemetry.cadence;
