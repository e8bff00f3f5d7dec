/**
 * The model: clients behind a {@link io.goodput.Guard}, a network and a service, under virtual time.
 *
 * <p>In: what the scenario says, a policy, a seed. Out: what happened, counted second by second. The retry storm is
 * that of Marc Brooker's {@code simulator_example}; the policies that decide in it are those of an application.
 */
package io.goodput.lab.model;
