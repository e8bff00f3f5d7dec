package io.goodput.logs.cost;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Processes whose CPU is shared out among what they did, by its own time. */
record CostPool(
        @Nullable Instant week,
        @Nullable String service,
        @Nullable String release) {}
