package io.goodput.logs.map;

/**
 * A service, or something that is called and writes no records.
 *
 * @param name of the service; of a leaf, the name that it is called by
 * @param isLeaf whether nobody there writes records
 */
public record MapNode(String name, boolean isLeaf) {}
