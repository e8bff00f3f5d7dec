/**
 * The shell that every server of Goodput stands in: one command, one process, nothing else to install.
 *
 * <p>In: a {@link io.goodput.server.ServerKind} and what the command line says. Out: a server with its folder locked, a
 * ready line on standard output, its log on standard error, an operator's port on loopback, an orderly end and the exit
 * statuses of the house.
 *
 * @see <a href="https://aws.amazon.com/builders-library/implementing-health-checks/">Implementing health checks</a>
 */
package io.goodput.server;
