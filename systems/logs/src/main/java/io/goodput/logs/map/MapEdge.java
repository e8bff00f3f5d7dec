package io.goodput.logs.map;

/**
 * The way from a service to one of its dependencies.
 *
 * @param from the service that calls
 * @param dependency what it calls the other
 * @param to what that is
 */
public record MapEdge(String from, String dependency, MapNode to) {}
