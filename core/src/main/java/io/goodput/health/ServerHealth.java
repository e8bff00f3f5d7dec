package io.goodput.health;

import io.goodput.Nanos;
import io.goodput.Range;
import io.goodput.bounds.Expected;
import io.goodput.health.HealthReport.Finding;
import io.goodput.outlier.PeerComparison;
import io.goodput.outlier.PeerComparison.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
    private Map<String, State> states;
    private volatile Settings settings;
    private volatile Answers answers;

    private enum Role {
        LIVENESS,
        READINESS,
        INFORMATION
    }

    /** Both answers, and the instant at which the next check turns silent. */
    private record Answers(HealthReport liveness, HealthReport readiness, long until) {}

    private static final class State {
        final Role role;
        HealthCheck check;
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

        /** The same of a check that may have another period, or mean something else by silence. */
        State by(HealthCheck check) {
            this.check = check;
            return this;
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
     * @param settings its checks
     * @param now the ticker's reading, from which the first report of each check is waited for
     */
    public ServerHealth(Settings settings, long now) {
        this.settings = settings;
        this.states = states(settings, Map.of(), now);
        this.answers = answersAt(now);
    }

    private static Map<String, State> states(Settings settings, Map<String, State> before, long now) {
        Map<String, State> states = new LinkedHashMap<>();
        settings.liveness.forEach(check -> states.put(check.name(), state(check, Role.LIVENESS, before, now)));
        settings.readiness.forEach(check -> states.put(check.name(), state(check, Role.READINESS, before, now)));
        settings.dependencies.forEach(check -> {
            Role role = check.essential() ? Role.READINESS : Role.INFORMATION;
            states.put(check.name(), state(check, role, before, now));
        });
        return states;
    }

    private static State state(HealthCheck check, Role role, Map<String, State> before, long now) {
        State known = before.get(check.name());
        return known != null && known.role == role ? known.by(check) : new State(check, role, now);
    }

    /** Its checks now. */
    public Settings settings() {
        return settings;
    }

    /**
     * Other checks. Those that stay, which is those of the same name that count for the same, keep what was reported;
     * the others start.
     *
     * @param now the ticker's reading
     */
    public synchronized void change(Settings other, long now) {
        states = states(other, states, now);
        settings = other;
        answers = answersAt(now);
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
        return "ServerHealth[" + settings.checks().size() + " checks, "
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

    /**
     * What is looked at.
     *
     * @param liveness checks whose failure a restart mends; they count for readiness too
     * @param readiness checks of what this server needs for its work
     * @param dependencies what it shares with others
     */
    public record Settings(List<LocalCheck> liveness, List<LocalCheck> readiness, List<DependencyCheck> dependencies) {
        /** How many checks there may be. */
        public static final Range<Integer> CHECKS = new Range<>(0, 1_000);

        /** No checks: a server is healthy if it answers. */
        public static final Settings STANDARD = new Settings(List.of(), List.of(), List.of());

        /** Refuses a name twice, and more than 1,000 checks. */
        public Settings {
            liveness = List.copyOf(liveness);
            readiness = List.copyOf(readiness);
            dependencies = List.copyOf(dependencies);
            Set<String> names = new HashSet<>();
            for (HealthCheck check : checks(liveness, readiness, dependencies)) {
                if (!names.add(check.name())) {
                    throw Expected.refused("name", check.name(), "each name once");
                }
            }
            CHECKS.check("checks", names.size());
        }

        List<HealthCheck> checks() {
            return checks(liveness, readiness, dependencies);
        }

        private static List<HealthCheck> checks(
                List<LocalCheck> liveness, List<LocalCheck> readiness, List<DependencyCheck> dependencies) {
            return Stream.<List<? extends HealthCheck>>of(liveness, readiness, dependencies)
                    .<HealthCheck>flatMap(List::stream)
                    .toList();
        }
    }
}
