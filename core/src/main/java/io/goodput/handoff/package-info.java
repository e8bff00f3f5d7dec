/**
 * Who decides, and who runs what users wrote: real time's one thread decides for all guards of the process, so nothing
 * that may take long runs there. What comes in is code that nobody vouches for; it goes out to other threads. Not for
 * anybody else.
 */
package io.goodput.handoff;
