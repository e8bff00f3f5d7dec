/**
 * A run as records of telemetry: each endpoint of a service and each process of a population is a process that writes,
 * as it would in production, with the same code. So the questions to records can be asked of a simulation.
 *
 * <p>In: a model and a seed. Out: files in a folder, the same bytes for the same seed.
 */
package io.goodput.lab.records;
