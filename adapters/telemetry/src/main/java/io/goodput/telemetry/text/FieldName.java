package io.goodput.telemetry.text;

/**
 * A name, and what becomes of values of that name.
 *
 * @param text as it was given
 * @param form what the format keeps of it
 * @param treatment what the rules say
 * @param open whether rules hold for a field of this name, wherever it stands
 */
record FieldName<N>(String text, N form, Treatment treatment, boolean open) {}
