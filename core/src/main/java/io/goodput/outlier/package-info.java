/**
 * Whether one of a fleet differs from its peers, or all of them fare alike.
 *
 * <p>In: one figure of each peer. Out: a verdict on one of them. What it is good for is decided by who asks: to eject
 * an endpoint, or for a server to take itself out of service. After "Implementing health checks" (Amazon Builders'
 * Library) and Envoy's outlier detection.
 */
package io.goodput.outlier;
