package io.goodput.health;

import io.goodput.Nanos;
import io.goodput.bounds.Expected;
import io.goodput.health.HealthReport.Finding;
import io.goodput.outlier.PeerComparison;
import io.goodput.outlier.PeerComparison.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of its health, made of what its checks have reported.
 *
 * <p>Checks run wherever they like and report here; a probe gets an answer that lies ready. So a check that hangs does
 * not hang the probe, and a thousand probes cost no more checks than one.
 *
 * <ul>
 *   <li>{@link #liveness}: no means that a restart would help. Only local checks have a say, which the types see to: a
 *       dependency that fails must not have the whole fleet restarted.
 *   <li>{@link #readiness}: no means that calls had better go elsewhere. Local checks and essential dependencies have a
 *       say; other dependencies are in the report and change nothing.
 * </ul>
 *
 * <p>If an essential dependency is down for this server's peers too, going out of service helps nobody: whoever knows
 * how the peers do says so ({@link #compared}), and the server stays in service. Without word of the peers, or of too
 * few to tell, it goes, and it is up to the load balancer to keep some servers when all go (fail open).
 *
 * <p>A check that has yet to report is {@link Status#STARTING}: the server is alive, and not ready.
 *
 * <p>Thread-safe. An answer takes no lock unless a check has just turned silent.
 */
public final class ServerHealth {
    private static final int MOST_CHECKS = 1_000;

    private final Map<String, State> states = new LinkedHashMap<>();
    private volatile Answers answers;

    private enum Role {
        LIVENESS,
        READINESS,
        INFORMATION
    }

    /** Both answers, and the instant at which the next check turns silent. */
    private record Answers(HealthReport liveness, HealthReport readiness, long until) {}

    private static final class State {
        final HealthCheck check;
        final Role role;
        Status status = Status.STARTING;
        String detail = "";
        long at;

        @Nullable Verdict verdict;

        long comparedAt;

        State(HealthCheck check, Role role, long now) {
            this.check = check;
            this.role = role;
            this.at = now;
        }

        long silentFrom() {
            return at + check.period().toNanos();
        }

        boolean spared(long now) {
            return verdict == Verdict.ORDINARY
                    && now < comparedAt + check.period().toNanos();
        }
    }

    /**
     * Health of a server that has just started.
     *
     * @param liveness checks whose failure a restart mends; they count for readiness too
     * @param readiness checks of what this server needs for its work
     * @param dependencies what it shares with others
     * @param now the ticker's reading, from which the first report of each check is waited for
     * @throws IllegalArgumentException if two checks have one name, or there are more than 1,000
     */
    public ServerHealth(
            List<LocalCheck> liveness, List<LocalCheck> readiness, List<DependencyCheck> dependencies, long now) {
        liveness.forEach(check -> add(check, Role.LIVENESS, now));
        readiness.forEach(check -> add(check, Role.READINESS, now));
        dependencies.forEach(check -> add(check, check.essential() ? Role.READINESS : Role.INFORMATION, now));
        if (states.size() > MOST_CHECKS) {
            throw Expected.refused("checks", states.size(), "<= " + MOST_CHECKS);
        }
        this.answers = answersAt(now);
    }

    private void add(HealthCheck check, Role role, long now) {
        if (states.put(check.name(), new State(check, role, now)) != null) {
            throw Expected.refused("name", check.name(), "each name once");
        }
    }

    /**
     * A check has been made.
     *
     * @param status {@link Status#UP} or {@link Status#DOWN}; {@link Status#UNKNOWN} if it could not be told
     * @param detail for people to read; may be empty
     * @param now when; a report older than the latest changes nothing
     * @throws IllegalArgumentException if there is no such check
     */
    public synchronized void report(String name, Status status, String detail, long now) {
        if (status == Status.STARTING) {
            throw Expected.refused("status", status, "UP, DOWN or UNKNOWN");
        }
        State state = state(name);
        if (now < state.at) {
            return;
        }
        state.status = status;
        state.detail = detail;
        state.at = now;
        answers = answersAt(now);
    }

    /**
     * How this server stands with a dependency beside its peers, by {@link PeerComparison}. It holds for the period of
     * the dependency's check.
     *
     * @param verdict {@link Verdict#ORDINARY} keeps the server in service though the dependency is down
     * @throws IllegalArgumentException if there is no such dependency
     */
    public synchronized void compared(String dependency, Verdict verdict, long now) {
        State state = state(dependency);
        if (!(state.check instanceof DependencyCheck)) {
            throw Expected.refused("dependency", dependency, "not a local check");
        }
        if (now < state.comparedAt) {
            return;
        }
        state.verdict = verdict;
        state.comparedAt = now;
        answers = answersAt(now);
    }

    private State state(String name) {
        State state = states.get(name);
        if (state == null) {
            throw Expected.refused("name", name, "one of " + states.keySet());
        }
        return state;
    }

    /** Whether the process should be left running, as of now. */
    public HealthReport liveness(long now) {
        return at(now).liveness;
    }

    /** Whether the server should be sent work, as of now. */
    public HealthReport readiness(long now) {
        return at(now).readiness;
    }

    @Override
    public String toString() {
        Answers current = answers;
        return "ServerHealth[" + states.size() + " checks, "
                + (current.liveness.up() ? "alive" : "not alive")
                + (current.readiness.up() ? ", ready]" : ", not ready]");
    }

    private Answers at(long now) {
        Answers current = answers;
        return now < current.until ? current : renewed(now);
    }

    private synchronized Answers renewed(long now) {
        if (now >= answers.until) {
            answers = answersAt(now);
        }
        return answers;
    }

    private Answers answersAt(long now) {
        List<Finding> alive = new ArrayList<>();
        List<Finding> ready = new ArrayList<>();
        long until = Long.MAX_VALUE;
        for (State state : states.values()) {
            boolean silent = now >= state.silentFrom();
            if (!silent) {
                until = Math.min(until, state.silentFrom());
            }
            if (state.spared(now)) {
                until = Math.min(until, state.comparedAt + state.check.period().toNanos());
            }
            Status status = silent ? state.check.silent() : state.status;
            String detail = silent ? "no report for " + Nanos.written(state.check.period()) : state.detail;
            if (state.role == Role.LIVENESS) {
                alive.add(new Finding(state.check.name(), status, detail, status == Status.DOWN));
            }
            ready.add(readiness(state, status, detail, now));
        }
        return new Answers(report(alive), report(ready), until);
    }

    private static Finding readiness(State state, Status status, String detail, long now) {
        boolean bad = status == Status.DOWN || status == Status.STARTING;
        boolean counted = bad && state.role != Role.INFORMATION;
        if (counted && status == Status.DOWN && state.spared(now)) {
            return new Finding(state.check.name(), status, detail + " (in service: its peers do no better)", false);
        }
        return new Finding(state.check.name(), status, detail, counted);
    }

    private static HealthReport report(List<Finding> findings) {
        return new HealthReport(findings.stream().noneMatch(Finding::counted), findings);
    }
}
