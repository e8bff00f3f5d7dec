/**
 * The way of a record from the thread that made it to a file: a hand-over at which nobody waits, one thread that
 * writes, files that are rotated and a folder that stays below its cap, a watch on the disk, and an account of where
 * everything went. From "Instrumenting distributed systems for operational visibility": logs are written off the path
 * of requests, rotated often, and the free disk is watched.
 *
 * <p>In: records, from any thread. Out: files as {@code docs/telemetry/records.md} says, and how the writer is.
 */
package io.goodput.telemetry.file;
