package io.goodput.quorum;

import org.jspecify.annotations.Nullable;

/**
 * A good part of a {@link QuorumFetch}.
 *
 * @param number its place among all parts, from 0
 * @param value what came
 */
public record Part<T extends @Nullable Object>(int number, T value) {}
