package io.goodput.lab.world;

/**
 * Where a process is, for the network.
 *
 * @param name of the process
 * @param group the population or service that it belongs to
 * @param zone empty if in none
 */
record Station(String name, String group, String zone) {}
