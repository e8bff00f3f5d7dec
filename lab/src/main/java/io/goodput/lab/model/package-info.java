/**
 * What is simulated: populations of callers, services that call each other, a network between them, and faults. Data
 * only; {@code io.goodput.lab.world} brings it to life.
 *
 * <p>The retry storm is that of Marc Brooker's {@code simulator_example}; other scenarios name their own sources.
 */
package io.goodput.lab.model;
