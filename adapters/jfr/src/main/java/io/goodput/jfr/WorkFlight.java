package io.goodput.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A unit of work has ended. */
@Name("goodput.Work")
@Label("Unit of work")
@Description("A unit of work, or a part of a long one, has ended")
@Category("Goodput")
@StackTrace(false)
final class WorkFlight extends TimedFlight {
    @Label("Operation")
    @Nullable String operation;

    @Label("Part")
    int part;

    @Label("Outcome")
    @Nullable String outcome;

    @Label("Category")
    @Nullable String category;

    @Label("Tenant")
    @Nullable String tenant;

    @Label("Trace")
    @Nullable String traceId;
}
