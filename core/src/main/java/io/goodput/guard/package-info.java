/**
 * The guard around one dependency: all policies of the client side, composed in one fixed order, because order is where
 * users of other libraries go wrong.
 *
 * <p>In: a task, what is known of the call ({@link io.goodput.guard.CallOptions} and the current
 * {@link io.goodput.CallContext}), and how and when each attempt ended. Out: when to begin which attempt, where to send
 * it, which to cancel, and how the call ends. {@link io.goodput.guard.GuardedCall} decides; thin drivers (blocking,
 * asynchronous, and {@link io.goodput.guard.DrivenCall} for event loops and simulations) only do what it says. After
 * "Timeouts, retries and backoff with jitter" and "Avoiding overload in distributed systems by putting the smaller
 * service in control" (Amazon Builders' Library).
 */
package io.goodput.guard;
