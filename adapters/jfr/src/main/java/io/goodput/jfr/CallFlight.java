package io.goodput.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A call has ended. */
@Name("goodput.Call")
@Label("Guarded call")
@Description("A call through a guard has ended")
@Category("Goodput")
@StackTrace(false)
final class CallFlight extends TimedFlight {
    @Label("Guard")
    @Nullable String guard;

    @Label("Key")
    @Nullable String key;

    @Label("Outcome")
    @Nullable String outcome;

    @Label("Attempts")
    int attempts;

    @Label("Trace")
    @Nullable String traceId;
}
