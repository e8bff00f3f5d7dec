package io.goodput.netty.connection;

import io.goodput.Ticker;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.limit.ListenerCounts;
import io.goodput.netty.limit.ListenerLimits;

/**
 * What all connections of a listener have in common.
 *
 * @param handler of all requests
 * @param limits that each is held to
 * @param counts of all of them
 * @param ticker that the limits go by
 */
public record Serving(HttpHandler handler, ListenerLimits limits, ListenerCounts counts, Ticker ticker) {}
