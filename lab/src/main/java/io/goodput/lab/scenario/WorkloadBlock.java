package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Node;
import io.goodput.config.problem.Echo;
import io.goodput.config.quantity.Durations;
import io.goodput.config.quantity.RateRange;
import io.goodput.config.quantity.Rates;
import io.goodput.lab.model.Workload;
import io.goodput.sim.Span;
import io.goodput.sim.random.ClosedPopulation;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The keys of a workload: {@code arrivals} is {@code poisson} (the default) or {@code constant} with a {@code rate};
 * {@code closed} with {@code clients} and the time that each of them {@code think}s; {@code periodic} with
 * {@code clients} that call once {@code every} period, at points {@code spread} over a share of it; or {@code once},
 * all {@code clients} {@code at} one instant. {@code phases} depart from an open or closed one for a while:
 * {@code {from, to, rate}}, where the rate may be a ramp such as {@code 1/s..66/s}, or {@code {from, to, clients}}.
 */
final class WorkloadBlock {
    static final List<String> KEYS = List.of("arrivals", "rate", "clients", "think", "every", "spread", "at", "phases");

    private static final int MOST_CLIENTS = 100_000;
    private static final double MOST_CALLS_A_SECOND = 1e6;
    private static final int MOST_PHASES = 1_000;
    private static final Duration SHORTEST_PERIOD = Duration.ofMillis(1);

    private final DistributionSyntax distributions;
    private final PhaseSpans spans;

    /** For a run of that length. */
    WorkloadBlock(DistributionSyntax distributions, PhaseSpans spans) {
        this.distributions = distributions;
        this.spans = spans;
    }

    Decoder<Workload> decoder() {
        return Decoder.of("a workload such as {rate: 40/s}", node -> decode(node.block(KEYS.toArray(String[]::new))));
    }

    /** The workload that a block with these keys and others says. */
    Workload decode(Block block) {
        Arrivals arrivals = block.optional("arrivals", Decoders.choice(Arrivals.class), Arrivals.POISSON);
        refuseOthers(block, arrivals);
        return switch (arrivals) {
            case POISSON -> open(block, true);
            case CONSTANT -> open(block, false);
            case CLOSED -> closed(block);
            case PERIODIC -> periodic(block);
            case ONCE -> once(block);
        };
    }

    private enum Arrivals {
        POISSON,
        CONSTANT,
        CLOSED,
        PERIODIC,
        ONCE;

        List<String> keys() {
            return switch (this) {
                case POISSON, CONSTANT -> List.of("arrivals", "phases", "rate");
                case CLOSED -> List.of("arrivals", "clients", "phases", "think");
                case PERIODIC -> List.of("arrivals", "clients", "every", "spread");
                case ONCE -> List.of("arrivals", "at", "clients");
            };
        }
    }

    /** A key that other arrivals have. */
    private static void refuseOthers(Block block, Arrivals arrivals) {
        for (String key : KEYS) {
            Node value = block.optional(key);
            if (value != null && !arrivals.keys().contains(key)) {
                throw value.error("not for these arrivals (with arrivals: "
                        + arrivals.name().toLowerCase(Locale.ROOT) + ", known keys: "
                        + String.join(", ", arrivals.keys()) + ")");
            }
        }
    }

    private Workload open(Block block, boolean poisson) {
        RateProfile rate = RateProfile.constant(block.required("rate", Decoders.rate(0, MOST_CALLS_A_SECOND)));
        var taken = new ArrayList<Span>();
        for (Node node : phases(block)) {
            Block phase = node.block("from", "to", "rate");
            taken.add(span(phase, taken));
            RateRange ramp = phase.required("rate", rateOrRamp());
            rate = rate.ramp(taken.getLast(), ramp.from(), ramp.to());
        }
        return new Workload.Open(rate, poisson, taken);
    }

    private static Decoder<RateRange> rateOrRamp() {
        return Decoder.ofText("a rate such as 80/s or a ramp such as 1/s..66/s", text -> {
            RateRange ramp = text.contains("..") ? RateRange.parse(text) : level(Rates.parse(text));
            if (Math.max(ramp.from(), ramp.to()) > MOST_CALLS_A_SECOND) {
                throw new IllegalArgumentException(Echo.of(text) + ": too high (expected: at most 1000000/s)");
            }
            return ramp;
        });
    }

    private static RateRange level(double rate) {
        return new RateRange(rate, rate);
    }

    private Workload closed(Block block) {
        Decoder<Integer> count = Decoders.integer(0, MOST_CLIENTS);
        ClosedPopulation population = ClosedPopulation.constant(block.required("clients", count));
        var taken = new ArrayList<Span>();
        for (Node node : phases(block)) {
            Block phase = node.block("from", "to", "clients");
            taken.add(span(phase, taken));
            population = population.phase(taken.getLast(), phase.required("clients", count));
        }
        Distribution think = block.optional("think", distributions.decoder(), Distribution.constant(0));
        return new Workload.Closed(population, think, taken);
    }

    private static Workload periodic(Block block) {
        return new Workload.Periodic(
                block.required("clients", Decoders.integer(1, MOST_CLIENTS)),
                block.required("every", Decoders.duration(SHORTEST_PERIOD, RunPlan.LONGEST))
                        .toNanos(),
                block.optional("spread", Decoders.share(), 0.0));
    }

    private static Workload once(Block block) {
        return new Workload.Once(
                block.required("clients", Decoders.integer(1, MOST_CLIENTS)),
                block.optional("at", Decoders.duration(Duration.ZERO, RunPlan.LONGEST), Duration.ZERO)
                        .toNanos());
    }

    private static List<Node> phases(Block block) {
        Node phases = block.optional("phases");
        if (phases == null) {
            return List.of();
        }
        List<Node> items = phases.items();
        if (items.size() > MOST_PHASES) {
            throw phases.error("has " + items.size() + " phases (expected: at most " + MOST_PHASES + ")");
        }
        return items;
    }

    private Span span(Block phase, List<Span> others) {
        Span span = spans.of(phase);
        for (Span other : others) {
            if (span.overlaps(other)) {
                throw phase.node()
                        .error(text(span) + " overlaps the phase " + text(other)
                                + " (expected: phases one after the other)");
            }
        }
        return span;
    }

    private static String text(Span span) {
        return Durations.format(Duration.ofNanos(span.from())) + ".." + Durations.format(Duration.ofNanos(span.to()));
    }
}
