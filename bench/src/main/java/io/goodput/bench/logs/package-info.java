/** Records by the million, to ask questions of: {@code bench/logs}. */
@NullMarked
package io.goodput.bench.logs;

import org.jspecify.annotations.NullMarked;
