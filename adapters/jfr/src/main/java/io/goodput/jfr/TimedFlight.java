package io.goodput.jfr;

import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.SettingDefinition;
import jdk.jfr.Timespan;

/**
 * What took some time. A recorder times an event itself between two calls of one thread, and has no way to be told the
 * time; so it is a field here, and the threshold a setting of our own.
 */
abstract class TimedFlight extends Event {
    @Label("Took")
    @Timespan(Timespan.NANOSECONDS)
    long took;

    /** Not written: what failed is of interest however quick it was. */
    transient boolean succeeded;

    @SettingDefinition
    @Name("slowerThan")
    @Label("Slower than")
    @Description("Successes that took less time are left out")
    boolean slowerThan(SlowerThan setting) {
        return !succeeded || took >= setting.nanos();
    }
}
