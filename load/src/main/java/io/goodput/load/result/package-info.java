/**
 * What a load has measured: how the requests of each class and target ended, and how long they took.
 *
 * <p>In: one end of a request after the other. Out: counts, rates and histograms, as text and as JSON.
 */
package io.goodput.load.result;
