package io.goodput.telemetry;

import io.goodput.telemetry.unit.AttemptLine;
import io.goodput.telemetry.unit.Dependencies;
import io.goodput.telemetry.unit.Dependencies.Named;
import io.goodput.telemetry.unit.Ended;

/** Tells of a call afterwards, as a guard would have told of it under way: a call and its one attempt. */
record ToldCall(Telemetry telemetry, Downstream dependency, ObservedCall call, long span) {
    void tell(Dependencies to, boolean mine, long now) {
        Named named = telemetry.dependency(dependency.name());
        long began = now - call.took().toNanos();
        to.callBegan(mine, named, this, call.operation(), began, Long.MAX_VALUE);
        AttemptLine line = to.attemptBegan(mine, named, this, 1, false, call.resource());
        if (line != null) {
            line.began(span, began, Long.MAX_VALUE);
        }
        to.attemptEnded(mine, named, this, 1, how(), now - began, now);
        to.callEnded(this, call.outcome(), now);
        to.waits(mine, named, call.waited().toNanos());
        if (call.bytesIn() >= 0) {
            to.received(mine, named, call.bytesIn());
        }
        if (call.bytesOut() >= 0) {
            to.sent(mine, named, call.bytesOut());
        }
        if (call.depth() >= 0) {
            to.depth(mine, named, call.depth());
        }
    }

    private Ended how() {
        return call.error() == null
                ? new Ended(call.outcome(), call.status(), null, null)
                : telemetry.errors().ended(call.outcome(), call.status(), call.error());
    }
}
