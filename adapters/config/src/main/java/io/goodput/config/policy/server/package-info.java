/**
 * The blocks of those who are called: how much is served at a time, what waits, and how healthy a server is.
 *
 * <p>In: a block such as {@code {limit: 64, admission: standard}}. Out: the settings of a gate and of its checks, with
 * the bounds that core has, and the other way round. Begin at {@link io.goodput.config.policy.server.ServerSettings}.
 */
package io.goodput.config.policy.server;
