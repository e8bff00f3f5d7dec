package io.goodput.http.forward;

import io.goodput.http.head.Framing;
import io.goodput.http.head.ResponseHead;

/**
 * A response as it goes to its client.
 *
 * @param head with the framing in it
 * @param framing of its body, which is written anew
 * @param closes whether the client's connection is closed after it, as its head says
 */
public record ForwardedResponse(ResponseHead head, Framing framing, boolean closes) {}
