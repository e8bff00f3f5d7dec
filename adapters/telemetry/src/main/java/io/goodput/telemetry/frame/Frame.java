package io.goodput.telemetry.frame;

/**
 * A frame that was read, and is as it was written.
 *
 * @param head what stands before it
 * @param position where its head begins in the file
 * @param text its records, one after the other, as they are or as whoever reads wants them: of JSON, a line each
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
public record Frame(FrameHead head, long position, byte[] text) {}
