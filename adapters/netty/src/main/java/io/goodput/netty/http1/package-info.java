/**
 * One connection of HTTP/1.1 at a listener: requests one after the other, in the order in which they came, one at a
 * time. Bytes come from Netty and are read by the decoders of {@link io.goodput.http.head} and
 * {@link io.goodput.http.body}, which decide; {@link io.goodput.netty.http1.Http1Connection} drives them, asks the
 * handler, and writes what it answers.
 *
 * <p>Source: RFC 9112.
 */
package io.goodput.netty.http1;
