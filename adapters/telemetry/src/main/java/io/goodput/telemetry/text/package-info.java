/**
 * Records as JSON lines, by code made for it: hostile text made harmless, each value and each record kept within its
 * bounds, and what is nobody's business left out or made a digest.
 *
 * <p>In: the fields of one record, in order. Out: its bytes, always one line of valid JSON. No I/O.
 */
package io.goodput.telemetry.text;
