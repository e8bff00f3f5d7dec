/**
 * The PROXY protocol, version 2: who is behind a balancer that speaks TCP. In come the first bytes of a connection from
 * a peer that is named, out come two addresses, or that this is no header. No I/O.
 *
 * <p>Source: Tarreau, The PROXY protocol, versions 1 and 2 (haproxy).
 */
package io.goodput.netty.proxy;
