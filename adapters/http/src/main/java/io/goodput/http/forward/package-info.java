/**
 * What passes from one side of a gateway to the other. In come an accepted request or response
 * ({@link io.goodput.http.head}) and who sent it; out comes the head for the other side, framed anew: without what was
 * meant for one hop, without what a peer that is not trusted may not say, with a Host that is what was asked for and a
 * path in the form that it was matched in. {@link io.goodput.http.forward.Exchange} follows one request and its
 * responses, interim ones too, and knows what may be done with both connections afterwards.
 *
 * <p>Sources: RFC 9110, 7; RFC 7239; RFC 9113, 8; RFC 8441; Davison, Abusing HTTP hop-by-hop request headers (2019).
 */
package io.goodput.http.forward;
