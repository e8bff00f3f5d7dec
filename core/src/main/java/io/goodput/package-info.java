/**
 * The words that all policies speak: how a call ended ({@link io.goodput.Outcome}, and the
 * {@link io.goodput.Classifier} that says so of answers and exceptions), until when an answer is of use
 * ({@link io.goodput.Deadline}), why a call is refused ({@link io.goodput.Refusal}), what a request brings along
 * ({@link io.goodput.CallContext}, in {@link io.goodput.ContextHeaders headers} between processes), and time
 * ({@link io.goodput.Ticker}, {@link io.goodput.Timers}).
 *
 * <p>Nothing here decides anything, and nothing here knows a policy: all other packages stand on this one.
 */
package io.goodput;
