package io.goodput.lab.world;

/**
 * A process of a world, and whose it is.
 *
 * @param group the population or service
 * @param name the process of that population, or the endpoint of that service
 */
public record ProcessSite(String group, String name) {}
