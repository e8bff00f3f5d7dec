/**
 * The rules of heads: whether a request or a response of HTTP is one, what it asks for, and where its body ends. In
 * come the bytes of HTTP/1.1 ({@link io.goodput.http.head.RequestDecoder},
 * {@link io.goodput.http.head.ResponseDecoder}) or the fields of HTTP/2 ({@link io.goodput.http.head.Http2Heads}); out
 * comes a {@link io.goodput.http.head.RequestVerdict}: accepted, with the {@link io.goodput.http.head.Framing} of its
 * body, or refused for one of the {@link io.goodput.http.head.HeadFault faults} that the table of that name has.
 * Nothing is mended: whoever stands behind us might mend it in another way, and then read another message than we did.
 *
 * <p>Nothing here does I/O, reads a clock or waits; the work is bounded by the {@link io.goodput.http.head.HeadLimits}.
 *
 * <p>Sources: RFC 9110, 9112, 9113 and 3986; Kettle, HTTP Desync Attacks (2019).
 */
package io.goodput.http.head;
