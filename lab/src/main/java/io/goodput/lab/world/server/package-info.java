/**
 * What an endpoint does with the requests inside.
 *
 * <p>In come {@link io.goodput.lab.world.server.Job}s; each {@link io.goodput.lab.world.server.Server} decides which of
 * them wait, are worked on or refused, and when their work is done. One file for each kind of capacity that a scenario
 * may give a service; a server knows nothing of the network, of callers, or of other endpoints.
 */
package io.goodput.lab.world.server;
