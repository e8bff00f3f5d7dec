/**
 * The network between what is simulated.
 *
 * <p>It decides whether a message arrives, when, and how often. In come {@link io.goodput.sim.net.Station}s, the
 * {@link io.goodput.sim.net.Link}s between them with the time that they take, and {@link io.goodput.sim.net.Rule}s
 * about the messages on them: delays, losses, duplicates, cuts. Out go the messages, as events of the
 * {@link io.goodput.sim.Simulation}, and counts of what became of them. It knows nothing of what the messages say.
 */
package io.goodput.sim.net;
