/**
 * Guards and admission on event loops: each loop drives {@link io.goodput.guard.GuardedCall} and
 * {@link io.goodput.admission.AdmissionQueue} by itself, with no thread and no future for a call.
 *
 * <p>In: a guard or a queue, and callbacks that begin and cancel attempts. Out: those callbacks, on the loop of the
 * call, at the instants that the policies say; one alarm of the loop carries the timers of all of them
 * ({@link io.goodput.netty.loop.LoopTimers}).
 */
package io.goodput.netty.loop;
