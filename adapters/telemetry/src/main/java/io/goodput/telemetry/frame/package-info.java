/**
 * The files' bytes: frames of records with a head before each, sealed ones, and the index of traces at a file's end, as
 * {@code docs/telemetry/records.md} says. What is written can be read by {@code zstdcat}; what is read may be torn, or
 * have any bit flipped, and costs no more than the frame that it is in.
 *
 * <p>In: records, or the bytes of a file. Out: bytes, or records and what was damaged. Nothing here opens a file.
 */
package io.goodput.telemetry.frame;
