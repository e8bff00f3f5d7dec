/**
 * Which of several endpoints a call goes to: the strategies, zones, subsets by key, the ejection of outliers, and the
 * age of connections.
 *
 * <p>In: the endpoints, how each call to one ended, and when. Out: the endpoint of the next call. After the Builders'
 * Library article "Implementing health checks", Finagle's power of two choices with peak EWMA, and Envoy's outlier
 * detection and locality weights.
 */
package io.goodput.balance;
