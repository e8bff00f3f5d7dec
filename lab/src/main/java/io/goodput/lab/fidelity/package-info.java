/**
 * Fidelity: how near the lab's predictions come to the real thing.
 *
 * <p>In: scenarios of slots, a bounded queue and an open workload. Each is run twice, from the same file: by a real
 * server and a real client with a real guard over loopback, in real time; and by the lab. Out: the goodput of both,
 * side by side, for each stretch of the workload at a constant rate.
 */
package io.goodput.lab.fidelity;
