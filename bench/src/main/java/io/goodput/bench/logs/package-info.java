/**
 * Records by the million, to ask questions of ({@code bench/logs}), and how soon their page is seen
 * ({@code bench/page}).
 */
@NullMarked
package io.goodput.bench.logs;

import org.jspecify.annotations.NullMarked;
