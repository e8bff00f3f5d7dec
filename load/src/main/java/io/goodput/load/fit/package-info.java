/**
 * Laws fitted to what a load measured, by least squares: a latency that grows with the requests in flight, a service of
 * slots, and the Universal Scalability Law.
 *
 * <p>In: {@link io.goodput.load.fit.Points}. Out: a law, and how well it fits. After Gunther, "Guerrilla Capacity
 * Planning" (2007).
 */
package io.goodput.load.fit;
