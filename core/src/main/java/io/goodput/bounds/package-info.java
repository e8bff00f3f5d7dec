/**
 * What a value may be, and how a message tells it: {@code open: 2d (expected: >= 1ms and <= 1d)}.
 *
 * <p>In: a name, a value and its bounds. Out: the value, or an exception in the one wording of the house. The ranges of
 * settings stand on the settings, as {@code Range}; what has no upper end, or is a text or a set, is checked here. Not
 * exported.
 */
package io.goodput.bounds;
