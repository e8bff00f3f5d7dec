/**
 * Who and what most of the work comes from, over time: tenants, clients, operations, categories of error. In: units of
 * work with their weights. Out: the first few by number, each with its standard error from sampling, its failures, its
 * time, and traces to look at. What is not among the first is in one sum, never left away.
 *
 * <p>Telemetry itself, which has to answer at once and in little memory, bounds what it may have missed (Space-Saving);
 * here all records are at hand, and are counted.
 */
package io.goodput.logs.contributors;
