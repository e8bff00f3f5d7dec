/**
 * How busy a thing is: the share of time in which a lock or a single thread is taken, and how many calls of a
 * dependency run at a time.
 *
 * <p>In: when something began and when it ended. Out: its utilisation or concurrency over the last window or two. After
 * the Builders' Library articles "Instrumenting distributed systems for operational visibility" and "Using load
 * shedding to avoid overload", Marc Brooker's posts on Little's law, and John D. C. Little, "A Proof for the Queuing
 * Formula: L = λW" (1961).
 */
package io.goodput.meter;
