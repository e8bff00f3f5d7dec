/**
 * The simulations behind the figures in the pages of the policies, one class for each: {@code bench/evidence <name>}
 * runs it and prints its tables. The same seeds give the same figures on any machine.
 */
@NullMarked
package io.goodput.bench.evidence;

import org.jspecify.annotations.NullMarked;
