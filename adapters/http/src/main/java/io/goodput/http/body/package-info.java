/**
 * Bodies of HTTP without their I/O: chunks read ({@link io.goodput.http.body.ChunkedDecoder}) and written
 * ({@link io.goodput.http.body.ChunkedEncoder}), bytes counted against what was told and what is allowed
 * ({@link io.goodput.http.body.BodyCount}), and which trailers pass ({@link io.goodput.http.body.Trailers}). Framing is
 * never copied from one side to the other: a body is read by these rules and written anew.
 *
 * <p>Sources: RFC 9110, 6.5; RFC 9112, 6 and 7; RFC 9113, 8.1.1.
 */
package io.goodput.http.body;
