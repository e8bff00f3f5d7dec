/**
 * How much may be sent: bounds on what is in flight, and on what is sent in a time.
 *
 * <p>In: the wish to send something, and how what was sent ended, and when. Out: yes or no, at once; nobody waits here.
 * After the Builders' Library article "Using load shedding to avoid overload", Little's law, and the limits of TCP as
 * Netflix's concurrency-limits and failsafe-go apply them to calls.
 */
package io.goodput.limit;
