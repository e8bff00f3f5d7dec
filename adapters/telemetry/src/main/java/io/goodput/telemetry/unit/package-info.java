/**
 * What one unit of work has told so far, in memory that is used again: numbers, texts, calls, and how all this becomes
 * a record. Whoever opened a unit on its own thread pays for plain stores; other threads for atomic ones, into cells of
 * their own, so that nothing is lost and nobody waits.
 *
 * <p>In: what happened, with its time, under the ticket of the unit. Out: a sheet that has ended, which writes itself
 * field by field, and goes back to where it was taken from once nobody needs it.
 */
package io.goodput.telemetry.unit;
