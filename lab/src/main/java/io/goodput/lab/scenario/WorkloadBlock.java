package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.problem.Echo;
import io.goodput.config.problem.Problems;
import io.goodput.config.quantity.Durations;
import io.goodput.config.quantity.RateRange;
import io.goodput.config.quantity.Rates;
import io.goodput.config.schema.JsonSchema;
import io.goodput.lab.model.Workload;
import io.goodput.sim.Span;
import io.goodput.sim.random.ClosedPopulation;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The keys of a workload: {@code arrivals} is {@code poisson} (the default) or {@code constant} with a {@code rate};
 * {@code closed} with {@code clients} and the time that each of them {@code think}s; {@code periodic} with
 * {@code clients} that call once {@code every} period, at points {@code spread} over a share of it; or {@code once},
 * all {@code clients} {@code at} one instant. {@code phases} depart from an open or closed one for a while:
 * {@code {from, to, rate}}, where the rate may be a ramp such as {@code 1/s..66/s}, or {@code {from, to, clients}}.
 */
final class WorkloadBlock {
    private static final int MOST_CLIENTS = 100_000;
    private static final double MOST_CALLS_A_SECOND = 1e6;
    private static final int MOST_PHASES = 1_000;
    private static final Duration SHORTEST_PERIOD = Duration.ofMillis(1);

    private static final Codec<Double> RATE_BOUNDS = Decoders.rate(0, MOST_CALLS_A_SECOND);
    private static final Key<Arrivals> ARRIVALS =
            Key.of("arrivals", Decoders.choice(Arrivals.class)).otherwise(Arrivals.POISSON);
    private static final Key<Double> RATE = Key.of("rate", RATE_BOUNDS).about("Of an open workload");
    private static final Key<Integer> CLIENTS = Key.of("clients", Decoders.integer(0, MOST_CLIENTS))
            .about("Of a closed workload, a periodic one, or one that comes at once");
    private static final Key<Integer> SOME_CLIENTS = Key.of("clients", Decoders.integer(1, MOST_CLIENTS))
            .about("Of a periodic workload, or one that comes at once");
    private static final Key<Duration> EVERY = Key.of("every", Decoders.duration(SHORTEST_PERIOD, RunPlan.LONGEST))
            .about("The period of a periodic workload");
    private static final Key<Double> SPREAD = Key.of("spread", Decoders.share())
            .otherwise(0.0)
            .about("The share of the period over which its clients are spread");
    private static final Key<Duration> AT = Key.of("at", Decoders.duration(Duration.ZERO, RunPlan.LONGEST))
            .otherwise(Duration.ZERO)
            .about("When all clients come at once");
    private static final Key<RateRange> PHASE_RATE =
            Key.of("rate", rateOrRamp()).required();
    private static final Keys OPEN_PHASE = PhaseSpans.KEYS.and(Keys.of(PHASE_RATE));
    private static final Keys CLOSED_PHASE = PhaseSpans.KEYS.and(Keys.of(CLIENTS.required()));
    private static final Key<List<Node>> OPEN_PHASES =
            Key.of("phases", phases(OPEN_PHASE)).otherwise(List.of()).about("Departures from the rate");
    private static final Key<List<Node>> CLOSED_PHASES =
            Key.of("phases", phases(CLOSED_PHASE)).otherwise(List.of()).about("Departures from the number of clients");
    private static final List<List<Arrivals>> OF_THE_SAME_KEYS = List.of(
            List.of(Arrivals.POISSON, Arrivals.CONSTANT),
            List.of(Arrivals.CLOSED),
            List.of(Arrivals.PERIODIC),
            List.of(Arrivals.ONCE));

    private final Key<Distribution> think;
    private final PhaseSpans spans;

    /** For a run of that length. */
    WorkloadBlock(DistributionSyntax distributions, PhaseSpans spans) {
        this.think = Key.of("think", distributions.decoder())
                .otherwise(Distribution.constant(0))
                .about("The time between a client's calls in a closed workload");
        this.spans = spans;
    }

    Decoder<Workload> decoder() {
        return decoder("a workload such as {rate: 40/s}", Keys.of(), this::decode);
    }

    /**
     * Of blocks that have the keys of a workload and others. Its schema lists the keys of each kind of arrivals and
     * asks for none of them, as variants may bring them.
     *
     * @param decode of a block that may have the keys of all workloads, to be given to {@link #decode}
     */
    <T> Decoder<T> decoder(String expected, Keys others, Function<Block, T> decode) {
        JsonSchema[] schemas = OF_THE_SAME_KEYS.stream()
                .map(arrivals -> Keys.of(ARRIVALS.within(Decoders.choiceOf(arrivals)))
                        .and(keys(arrivals.getFirst()))
                        .and(others)
                        .schema())
                .toArray(JsonSchema[]::new);
        Keys all = all().and(others);
        return Decoder.of(expected, JsonSchema.anyOf(schemas), node -> all.read(node, decode));
    }

    /** The keys of a workload of those arrivals. */
    private Keys keys(Arrivals arrivals) {
        return switch (arrivals) {
            case POISSON, CONSTANT -> Keys.of(RATE, OPEN_PHASES);
            case CLOSED -> Keys.of(CLIENTS, think, CLOSED_PHASES);
            case PERIODIC -> Keys.of(SOME_CLIENTS, EVERY, SPREAD);
            case ONCE -> Keys.of(SOME_CLIENTS, AT);
        };
    }

    private Keys all() {
        return OF_THE_SAME_KEYS.stream()
                .map(arrivals -> keys(arrivals.getFirst()))
                .reduce(Keys.of(ARRIVALS), Keys::and);
    }

    /** The workload that a block with these keys and others says. */
    Workload decode(Block block) {
        Arrivals arrivals = block.get(ARRIVALS);
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
        ONCE
    }

    /** A key that other arrivals have. */
    private void refuseOthers(Block block, Arrivals arrivals) {
        var own = new TreeSet<>(Keys.of(ARRIVALS).and(keys(arrivals)).names());
        for (Key<?> key : all().all()) {
            Node value = block.node(key);
            if (value != null && !own.contains(key.name())) {
                throw value.error("not for these arrivals (with arrivals: "
                        + arrivals.name().toLowerCase(Locale.ROOT) + ", known keys: " + String.join(", ", own) + ")");
            }
        }
    }

    private Workload open(Block block, boolean poisson) {
        Course<Double, RateRange> course = course(block, RATE, OPEN_PHASES, OPEN_PHASE, PHASE_RATE);
        RateProfile rate = RateProfile.constant(course.usual());
        for (Phase<RateRange> phase : course.phases()) {
            rate = rate.ramp(phase.span(), phase.value().from(), phase.value().to());
        }
        return new Workload.Open(rate, poisson, course.spans());
    }

    private static Decoder<RateRange> rateOrRamp() {
        var schema = JsonSchema.anyOf(JsonSchema.pattern(Rates.PATTERN), JsonSchema.pattern(RateRange.PATTERN));
        return Decoder.ofText("a rate such as 80/s or a ramp such as 1/s..66/s", schema, text -> {
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
        Course<Integer, Integer> course = course(block, CLIENTS, CLOSED_PHASES, CLOSED_PHASE, CLIENTS);
        ClosedPopulation population = ClosedPopulation.constant(course.usual());
        for (Phase<Integer> phase : course.phases()) {
            population = population.phase(phase.span(), phase.value());
        }
        return new Workload.Closed(population, block.get(think), course.spans());
    }

    private static Workload periodic(Block block) {
        return new Workload.Periodic(block.get(SOME_CLIENTS), block.get(EVERY).toNanos(), block.get(SPREAD));
    }

    private static Workload once(Block block) {
        return new Workload.Once(block.get(SOME_CLIENTS), block.get(AT).toNanos());
    }

    private static Decoder<List<Node>> phases(Keys keys) {
        return Decoder.of("a list of phases", JsonSchema.list(keys.schema()), node -> {
            if (node.items().size() > MOST_PHASES) {
                throw node.error("has " + node.items().size() + " phases (expected: at most " + MOST_PHASES + ")");
            }
            return node.items();
        });
    }

    /** What a workload is most of the time, and what it departs to for a while. */
    private record Course<U, P>(U usual, List<Phase<P>> phases) {
        List<Span> spans() {
            return phases.stream().map(Phase::span).toList();
        }
    }

    private record Phase<P>(Span span, P value) {}

    private <U, P> Course<U, P> course(Block block, Key<U> usually, Key<List<Node>> phases, Keys keys, Key<P> inPhase) {
        var problems = new Problems();
        U usual = problems.attempt(() -> block.get(usually));
        var read = new ArrayList<Phase<P>>();
        problems.check(() -> block.get(phases)
                .forEach(node -> problems.check(() -> read.add(keys.read(
                        node,
                        phase -> new Phase<>(
                                span(phase, read.stream().map(Phase::span).toList()), phase.get(inPhase)))))));
        if (usual == null || !problems.isEmpty()) {
            throw problems.refusal();
        }
        return new Course<>(usual, read);
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
