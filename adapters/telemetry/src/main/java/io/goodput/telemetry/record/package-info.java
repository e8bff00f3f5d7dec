/**
 * What a record is on its way from the work it tells of to a file, and who counts it: the words that the rest of
 * telemetry has in common.
 */
package io.goodput.telemetry.record;
