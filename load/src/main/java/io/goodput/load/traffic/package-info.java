/**
 * What a load offers: classes of requests, each with its own rate, deadline, criticality and targets, and when each
 * request of a run is due.
 *
 * <p>In: rates and weights, and a seed. Out: instants and targets, the same each time, whatever becomes of the requests
 * and however many threads send them. No I/O.
 */
package io.goodput.load.traffic;
