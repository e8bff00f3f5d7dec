/**
 * The client of origins over HTTP/1.1, on event loops. In come the heads that
 * {@link io.goodput.http.forward.RequestForwarding} writes and pieces of bodies; out go the origin's heads, pieces and
 * end, to a {@link io.goodput.netty.upstream.UpstreamListener} on the same loop, or the
 * {@link io.goodput.netty.upstream.UpstreamFailure} with what it means to a guard.
 *
 * <p>Connections are kept for the next request in pools, one for each origin and loop, bounded in connections, in those
 * who wait for one, and in their wait. What a connection has been through decides whether it is used again: one that
 * has unread, excess or early bytes never is.
 *
 * <p>Where a response begins and ends is decided by {@link io.goodput.http.head.ResponseDecoder} and
 * {@link io.goodput.http.body.ChunkedDecoder}; Netty moves bytes.
 *
 * <p>Sources: RFC 9112, 7 and 9; docs/http/upstream.md.
 */
package io.goodput.netty.upstream;
