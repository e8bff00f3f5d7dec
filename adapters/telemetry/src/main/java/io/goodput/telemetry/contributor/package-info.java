/**
 * Who and what most of it comes from: the tenants, clients, operations and categories of errors with the most units of
 * work, in fixed memory however many there are, and with the error that this costs.
 *
 * <p>In: one call for each unit of work, and the time. Out: lists, of each minute and of all time.
 */
package io.goodput.telemetry.contributor;
