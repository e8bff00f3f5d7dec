package io.goodput.lab.scenario;

import io.goodput.config.Block;
import io.goodput.config.Decoder;
import io.goodput.config.Decoders;
import io.goodput.config.Durations;
import io.goodput.config.Echo;
import io.goodput.config.Node;
import io.goodput.config.RateRange;
import io.goodput.config.Rates;
import io.goodput.lab.model.Workload;
import io.goodput.sim.Span;
import io.goodput.sim.random.ClosedPopulation;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The block {@code workload}: {@code arrivals} is {@code poisson} (the default) or {@code constant} with a
 * {@code rate}, or {@code closed} with {@code clients} and the time that each of them {@code think}s. {@code phases}
 * depart from that for a while: {@code {from, to, rate}}, where the rate may be a ramp such as {@code 1/s..66/s}, or
 * {@code {from, to, clients}}.
 */
final class WorkloadBlock {
    private static final int MOST_CLIENTS = 100_000;
    private static final double MOST_CALLS_A_SECOND = 1e6;
    private static final int MOST_PHASES = 1_000;

    private final DistributionSyntax distributions;
    private final Duration length;

    /** For a run of that length. */
    WorkloadBlock(DistributionSyntax distributions, Duration length) {
        this.distributions = distributions;
        this.length = length;
    }

    Decoder<Workload> decoder() {
        return Decoder.of("a workload such as {rate: 40/s}", this::decode);
    }

    private Workload decode(Node node) {
        Block any = node.block("arrivals", "rate", "clients", "think", "phases");
        Arrivals arrivals = any.optional("arrivals", Decoders.choice(Arrivals.class), Arrivals.POISSON);
        return arrivals == Arrivals.CLOSED
                ? closed(node.block("arrivals", "clients", "think", "phases"))
                : open(node.block("arrivals", "rate", "phases"), arrivals == Arrivals.POISSON);
    }

    private enum Arrivals {
        POISSON,
        CONSTANT,
        CLOSED
    }

    private Workload open(Block block, boolean poisson) {
        RateProfile rate = RateProfile.constant(block.required("rate", Decoders.rate(0, MOST_CALLS_A_SECOND)));
        var spans = new ArrayList<Span>();
        for (Node node : phases(block)) {
            Block phase = node.block("from", "to", "rate");
            spans.add(span(phase, spans));
            RateRange ramp = phase.required("rate", rateOrRamp());
            rate = rate.ramp(spans.getLast(), ramp.from(), ramp.to());
        }
        return new Workload.Open(rate, poisson, spans);
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
        var spans = new ArrayList<Span>();
        for (Node node : phases(block)) {
            Block phase = node.block("from", "to", "clients");
            spans.add(span(phase, spans));
            population = population.phase(spans.getLast(), phase.required("clients", count));
        }
        Distribution think = block.optional("think", distributions.decoder(), Distribution.constant(0));
        return new Workload.Closed(population, think, spans);
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
        Decoder<Duration> time = Decoders.duration(Duration.ZERO, RunPlan.LONGEST);
        Duration from = phase.required("from", time);
        Duration to = phase.required("to", time);
        if (from.compareTo(to) >= 0) {
            throw phase.node()
                    .error("ends at " + Durations.format(to) + ", not after its start at " + Durations.format(from));
        }
        if (from.compareTo(length) >= 0) {
            throw phase.node()
                    .error("starts at " + Durations.format(from) + ", when the run has ended (expected: before "
                            + Durations.format(length) + ")");
        }
        var span = new Span(from.toNanos(), to.toNanos());
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
