/**
 * The network of the lab's world: what a scenario says of it, put into the words of {@link io.goodput.sim.net}.
 *
 * <p>In come the delays of a model and those of its faults that befall messages; out goes a
 * {@link io.goodput.sim.net.Network} whose rules they are, one file for each kind of fault. Whether a message arrives,
 * and when, is decided there and nowhere else.
 */
package io.goodput.lab.world.wire;
