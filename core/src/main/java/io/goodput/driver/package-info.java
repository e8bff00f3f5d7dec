/**
 * How a state machine is driven in real time: events one after the other, whatever thread brings them; one alarm; tasks
 * that block, on threads of their own.
 *
 * <p>In: events of any thread, the instant that a machine waits for, a task. Out: the events in line, an event at that
 * instant, how the task ended. What to do with them the machine decides, so that real time and simulated time give the
 * same answers. Not exported.
 */
package io.goodput.driver;
