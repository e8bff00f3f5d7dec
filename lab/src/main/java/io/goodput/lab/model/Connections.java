package io.goodput.lab.model;

import io.goodput.balance.ConnectionAge;
import org.jspecify.annotations.Nullable;

/**
 * Each calling process keeps one connection, to an endpoint that chance chooses of those that are up, and sends all its
 * calls there, until the endpoint goes down or the connection is too old.
 *
 * @param age how old it gets; null for as old as it may
 * @param handshakeNanos what an endpoint works more for the first request of a connection
 */
public record Connections(@Nullable ConnectionAge age, long handshakeNanos) {}
