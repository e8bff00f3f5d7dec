package io.goodput.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An attempt has ended. */
@Name("goodput.Attempt")
@Label("Attempt")
@Description("An attempt of a guarded call has ended")
@Category("Goodput")
@StackTrace(false)
final class AttemptFlight extends TimedFlight {
    @Label("Guard")
    @Nullable String guard;

    @Label("Key")
    @Nullable String key;

    @Label("Number")
    int number;

    @Label("Hedge")
    boolean hedge;

    @Label("Endpoint")
    @Nullable String endpoint;

    @Label("Outcome")
    @Nullable String outcome;

    @Label("Error")
    @Nullable String error;

    @Label("Trace")
    @Nullable String traceId;

    @Label("Span")
    @Nullable String spanId;
}
