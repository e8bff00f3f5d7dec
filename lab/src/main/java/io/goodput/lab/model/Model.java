package io.goodput.lab.model;

import io.goodput.sim.random.Distribution;

/**
 * What is simulated, but for the policy.
 *
 * @param workload who calls
 * @param network delay of each way, drawn for each message
 * @param service who is called
 */
public record Model(Workload workload, Distribution network, Service service) {}
