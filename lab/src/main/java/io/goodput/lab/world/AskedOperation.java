package io.goodput.lab.world;

import io.goodput.lab.model.Latency;

/**
 * An operation of a service, as requests ask for it.
 *
 * @param name as the model has it
 * @param number among the operations of the service, from 0
 * @param latency of its own work
 * @param errors share of the requests that fail after it
 */
record AskedOperation(String name, int number, Latency latency, double errors) {}
