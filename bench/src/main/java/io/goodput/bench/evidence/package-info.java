/** The simulations behind the figures of the policies' pages: {@code bench/evidence} runs them. */
package io.goodput.bench.evidence;
