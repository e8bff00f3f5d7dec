/**
 * Whoever is at the other end of a test: an origin that does with each connection what a script says, good or bad
 * ({@link io.goodput.peer.RawOrigin}), and a process that is killed while it writes
 * ({@link io.goodput.peer.KilledProcess}). In go scripts and programs, out comes what they were asked and said. For
 * tests only.
 */
package io.goodput.peer;
