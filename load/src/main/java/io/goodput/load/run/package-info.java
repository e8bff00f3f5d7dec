/**
 * Runs a load: sends when the plan says so, and counts how it ends.
 *
 * <p>In: a plan of {@link io.goodput.load.traffic} and {@link io.goodput.load.http.HttpSettings}. Out: a
 * {@link io.goodput.load.result.MeasuredLoad}. When and what is sent is decided without I/O, and the same under virtual
 * time; event loops do what it says.
 */
package io.goodput.load.run;
