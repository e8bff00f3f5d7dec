/**
 * Requests of HTTP/1.1 that somebody might take for another, as bytes ({@link io.goodput.vector.RequestVector}), and
 * more of their kind, made up ({@link io.goodput.vector.MutatedMessages}). Whoever serves HTTP/1.1 walks the one table:
 * the decoders, a listener over sockets, a gateway. Nothing comes in; out go bytes and the status that they are to be
 * answered with. For tests only.
 *
 * <p>Source: Kettle, HTTP Desync Attacks (2019), and the advisories that the table names.
 */
package io.goodput.vector;
