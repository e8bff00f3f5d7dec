/**
 * What a server says of itself to its operator: alive, ready, metrics, state, a page; and what it lets be changed.
 *
 * <p>In: a request for a path, as its head has it. Out: an answer. Who carries both over a socket is told by
 * {@link io.goodput.server.admin.AdminPort}; what is decided here knows no socket.
 */
package io.goodput.server.admin;
