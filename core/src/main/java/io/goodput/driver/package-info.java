/**
 * What the drivers of state machines have in common: events in line, an alarm, a task on a thread of its own. Not for
 * anybody else.
 */
package io.goodput.driver;
