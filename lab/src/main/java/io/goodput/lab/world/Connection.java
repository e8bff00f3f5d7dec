package io.goodput.lab.world;

import io.goodput.balance.ConnectionAge;
import io.goodput.lab.model.Connections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The one connection of a process to a service. */
final class Connection {
    private static final long NEVER = Long.MAX_VALUE;

    private final Connections settings;
    private final Fleet fleet;
    private final RandomGenerator random;
    private @Nullable Host host;
    private long expiresAt;
    private boolean isNew;

    /** Not opened yet. */
    Connection(Connections settings, Fleet fleet, RandomGenerator random) {
        this.settings = settings;
        this.fleet = fleet;
        this.random = random;
    }

    /** Where it leads now. */
    Host host(long now) {
        Host current = host;
        return current == null || now >= expiresAt || current.isDown() ? open(now) : current;
    }

    private Host open(long now) {
        List<Host> up = fleet.hosts().stream().filter(each -> !each.isDown()).toList();
        List<Host> candidates = up.isEmpty() ? fleet.hosts() : up;
        Host opened = candidates.get(random.nextInt(candidates.size()));
        ConnectionAge age = settings.age();
        host = opened;
        expiresAt = age == null ? NEVER : age.expiresAt(now, random);
        isNew = true;
        return opened;
    }

    /** What its next request is more work, in nanoseconds: the handshake, once. */
    long takeHandshake() {
        boolean first = isNew;
        isNew = false;
        return first ? settings.handshakeNanos() : 0;
    }
}
