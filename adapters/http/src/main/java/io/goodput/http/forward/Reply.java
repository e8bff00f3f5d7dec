package io.goodput.http.forward;

import io.goodput.http.head.Fields;
import io.goodput.http.head.HttpVersion;

/**
 * To whom a response goes back.
 *
 * @param version that the client speaks
 * @param persistent whether its connection may live on, as far as the client and we are concerned
 * @param protocol that was asked for in place of HTTP; empty for none
 * @param ours fields that we add: they take the place of any others of their names
 */
public record Reply(HttpVersion version, boolean persistent, String protocol, Fields ours) {}
