package io.goodput.release;

import java.util.List;
import java.util.Map;

/** Whether these sources are a checkout: what is released is a commit, and a tar ball of sources has none. */
final class Checkout {
    private Checkout() {}

    static boolean isHere() throws Exception {
        return Run.of(Library.ROOT, Map.of(), List.of("git", "rev-parse", "--verify", "-q", "HEAD"))
                        .status()
                == 0;
    }
}
