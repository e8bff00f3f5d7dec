/**
 * The way of a request through the gateway, on the event loop that its client's connection belongs to: admission, the
 * route's guard, attempts at origins, and the answer, with back-pressure both ways.
 */
package io.goodput.gateway.pass;
