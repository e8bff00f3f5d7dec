package io.goodput.lab.world;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.lab.world.server.Unserved;
import org.jspecify.annotations.Nullable;

/** What a process does for one request, as whoever records it follows it. */
public interface FollowedUnit {
    /** The context of all that is done for it. */
    CallContext context();

    /**
     * It has ended.
     *
     * @param why it was not served; null if it was, and where only the outcome is known
     */
    void ended(Outcome outcome, @Nullable Unserved why);
}
