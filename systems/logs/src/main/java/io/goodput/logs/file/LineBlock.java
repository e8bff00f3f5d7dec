package io.goodput.logs.file;

/**
 * Some whole lines. Its bytes are the reader's, until the next block is asked for.
 *
 * @param bytes UTF-8, as far as anybody kept to it
 * @param length of the lines, the last of which ends with a line feed as all do
 */
@SuppressWarnings("ArrayRecordComponent") // Looked at and dropped, never compared.
public record LineBlock(byte[] bytes, int length) {}
