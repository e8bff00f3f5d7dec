/**
 * What a terminal can show. In: text of anybody, how wide the terminal is, whether it has colours and more than ASCII.
 * Out: text that cannot act on it ({@link io.goodput.screen.Screen}), measured in its columns
 * ({@link io.goodput.screen.TextWidth}), and painted where it has colours ({@link io.goodput.screen.Ink}).
 */
package io.goodput.screen;
