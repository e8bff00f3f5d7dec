/**
 * What tests of guarded calls need, and none of it waits: {@link io.goodput.sim.VirtualTimers} of the simulation for
 * the time, a {@link io.goodput.testing.ScriptedDependency} that answers, fails and hangs as it is told, a
 * {@link io.goodput.testing.GuardRecorder} that writes down what a guard does, and
 * {@link io.goodput.testing.GoodputAssertions assertions} on both, which tell the whole story where they fail.
 *
 * <p>Scripts and durations go in, assertions come out; there is no thread and no clock in it.
 */
@NullMarked
package io.goodput.testing;

import org.jspecify.annotations.NullMarked;
