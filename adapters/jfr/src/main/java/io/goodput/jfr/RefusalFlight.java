package io.goodput.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A call is not sent, or not sent again. */
@Name("goodput.Refusal")
@Label("Refusal")
@Description("A rule of a guard has said no: the call is not sent, or not sent again")
@Category("Goodput")
@StackTrace(false)
final class RefusalFlight extends Event {
    @Label("Guard")
    @Nullable String guard;

    @Label("Key")
    @Nullable String key;

    @Label("Reason")
    @Nullable String reason;

    @Label("Why")
    @Nullable String why;

    @Label("Attempts")
    int attempts;

    @Label("Trace")
    @Nullable String traceId;
}
