package io.goodput.telemetry.text;

/**
 * A name as it stands before its value, {@code "operation":}, and what becomes of values of that name.
 *
 * @param text as it was given
 * @param bytes quoted, escaped, with its colon
 * @param treatment what the rules say
 * @param open whether rules hold for a field of this name, wherever it stands
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record FieldName(String text, byte[] bytes, Treatment treatment, boolean open) {}
