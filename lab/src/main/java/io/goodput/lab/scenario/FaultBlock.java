package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.problem.Echo;
import io.goodput.config.problem.NearestName;
import io.goodput.config.quantity.Durations;
import io.goodput.config.quantity.Shares;
import io.goodput.config.schema.JsonSchema;
import io.goodput.lab.model.Fault;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Target;
import io.goodput.sim.Span;
import io.goodput.sim.random.Distribution;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One of the {@code faults}: {@code {fault: crash, of: orders/1, from: 20s, to: 30s}}. What it befalls is a service or,
 * as {@code orders/1}, one of its endpoints; each kind has keys of its own.
 */
final class FaultBlock {
    private static final double MOST_FACTOR = 1_000_000;

    private static final String FACTOR_PATTERN = "\\d{1,7}(\\.\\d{1,6})?x";
    private static final Key<Kind> FAULT =
            Key.of("fault", Decoders.choice(Kind.class)).required();
    private static final Key<Double> SHARE =
            Key.of("share", Decoders.share(0, 1)).required();
    private static final Key<double[]> SHARE_OR_RAMP =
            Key.of("share", shareOrRamp()).required();
    private static final Key<Double> FACTOR = Key.of("by", factor()).required();
    private static final Key<Long> SKEW = Key.of("by", skew()).required();

    private final PhaseSpans spans;
    private final List<Service> services;
    private final Set<String> groups;

    private final Key<Target> of;
    private final Key<Target> service;
    private final Key<String> cached;
    private final Key<List<String>> between;
    private final Key<String> zone;
    private final Key<Distribution> delay;

    /**
     * Faults of these.
     *
     * @param services none while they are not known: then any name will do
     * @param groups names of populations, services and zones
     */
    FaultBlock(DistributionSyntax distributions, PhaseSpans spans, List<Service> services, Set<String> groups) {
        this.spans = spans;
        this.services = services;
        this.groups = groups;
        this.of = Key.of("of", target()).required().about("What it befalls");
        this.service = of.within(whole());
        this.cached = Key.of("of", group()).required().about("Whose caches it befalls");
        this.between = Key.of("between", two()).required();
        this.zone = Key.of("zone", zone()).required();
        this.delay = Key.of("by", distributions.decoder()).required();
    }

    private enum Kind {
        CRASH,
        CAPACITY_LOSS,
        BLACK_HOLE,
        SLOW_DOWN,
        PAUSE,
        ERRORS,
        CLOCK_SKEW,
        LOSS,
        DELAY,
        PARTITION,
        ZONE_LOSS,
        CACHE_LOSS,
        CACHE_OUTAGE
    }

    /** What a kind of fault is made of. */
    private record Shape(Keys keys, Function<Block, Fault> fault) {}

    private Shape shape(Kind kind) {
        return switch (kind) {
            case CRASH -> lasting((span, block) -> new Fault.Crash(span, block.get(of)), of);
            case BLACK_HOLE -> lasting((span, block) -> new Fault.BlackHole(span, block.get(of)), of);
            case PAUSE -> lasting((span, block) -> new Fault.Pause(span, block.get(of)), of);
            case CAPACITY_LOSS ->
                lasting(
                        (span, block) -> new Fault.CapacityLoss(span, block.get(service), block.get(SHARE)),
                        service,
                        SHARE);
            case SLOW_DOWN ->
                lasting((span, block) -> new Fault.SlowDown(span, block.get(of), block.get(FACTOR)), of, FACTOR);
            case ERRORS -> lasting(this::errors, of, SHARE_OR_RAMP);
            case CLOCK_SKEW ->
                lasting((span, block) -> new Fault.ClockSkew(span, block.get(of), block.get(SKEW)), of, SKEW);
            case LOSS -> lasting((span, block) -> new Fault.Loss(span, block.get(of), block.get(SHARE)), of, SHARE);
            case DELAY -> lasting((span, block) -> new Fault.Delay(span, block.get(of), block.get(delay)), of, delay);
            case PARTITION -> lasting(this::partition, between);
            case ZONE_LOSS -> lasting((span, block) -> new Fault.ZoneLoss(span, block.get(zone)), zone);
            case CACHE_LOSS ->
                new Shape(
                        Keys.of(PhaseSpans.AT, cached),
                        block -> new Fault.CacheLoss(spans.at(block), block.get(cached)));
            case CACHE_OUTAGE -> lasting((span, block) -> new Fault.CacheOutage(span, block.get(cached)), cached);
        };
    }

    private Shape lasting(BiFunction<Span, Block, Fault> fault, Key<?>... own) {
        return new Shape(PhaseSpans.KEYS.and(Keys.of(own)), block -> fault.apply(spans.of(block), block));
    }

    private Fault errors(Span span, Block block) {
        double[] share = block.get(SHARE_OR_RAMP);
        return new Fault.Errors(span, block.get(of), share[0], share[1]);
    }

    private Fault partition(Span span, Block block) {
        List<String> two = block.get(between);
        return new Fault.Partition(span, two.getFirst(), two.getLast());
    }

    Decoder<Fault> decoder() {
        JsonSchema[] schemas = Arrays.stream(Kind.values())
                .map(kind -> Keys.of(FAULT.within(Decoders.choiceOf(List.of(kind))))
                        .and(shape(kind).keys)
                        .schema())
                .toArray(JsonSchema[]::new);
        return Decoder.of(
                "a fault such as {fault: crash, of: orders/1, from: 20s, to: 30s}",
                JsonSchema.anyOf(schemas),
                this::decode);
    }

    private Fault decode(Node node) {
        Keys any = Arrays.stream(Kind.values()).map(kind -> shape(kind).keys).reduce(Keys.of(FAULT), Keys::and);
        Shape shape = shape(any.in(node).get(FAULT));
        return Keys.of(FAULT).and(shape.keys).read(node, shape.fault);
    }

    private Decoder<List<String>> two() {
        Decoder<List<String>> names = Decoders.listOf(group());
        return Decoder.of(names.expected(), names.schema(), node -> {
            List<String> two = names.decode(node);
            if (two.size() != 2) {
                throw node.error("names " + two.size() + " (expected: two)");
            }
            return two;
        });
    }

    private Decoder<Target> whole() {
        return Decoder.ofText("a service", text -> {
            Target target = parse(text);
            if (target.endpoint() != 0) {
                throw new IllegalArgumentException(Echo.of(text) + ": is one endpoint (expected: a service)");
            }
            return target;
        });
    }

    private Decoder<Target> target() {
        return Decoder.ofText("a service such as orders, or one of its endpoints such as orders/1", this::parse);
    }

    private Target parse(String text) {
        int slash = text.indexOf('/');
        String name = slash < 0 ? text : text.substring(0, slash);
        if (services.isEmpty()) {
            return new Target(name, 0);
        }
        Service service = services.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "service", name, services.stream().map(Service::name).toList()));
        if (slash < 0) {
            return new Target(name, 0);
        }
        String number = text.substring(slash + 1);
        if (!number.matches("[1-9]\\d{0,3}") || Integer.parseInt(number) > service.endpoints()) {
            throw new IllegalArgumentException(Echo.of(text) + ": no such endpoint (expected: " + name + "/1 to " + name
                    + "/" + service.endpoints() + ")");
        }
        return new Target(name, Integer.parseInt(number));
    }

    private Decoder<String> group() {
        return named("population, service or zone", List.copyOf(groups));
    }

    private Decoder<String> zone() {
        return named(
                "zone",
                services.stream()
                        .flatMap(service -> service.zones().stream())
                        .filter(zone -> !zone.isEmpty())
                        .distinct()
                        .toList());
    }

    private Decoder<String> named(String kind, List<String> known) {
        return Decoder.ofText("a " + kind, text -> {
            if (!services.isEmpty() && !known.contains(text)) {
                throw unknown(kind, text, known);
            }
            return text;
        });
    }

    private static IllegalArgumentException unknown(String kind, String name, List<String> known) {
        String nearest = NearestName.of(name, known);
        return new IllegalArgumentException(Echo.of(name) + ": unknown " + kind
                + (nearest == null ? "" : ", did you mean " + nearest + "?") + " (expected: one of "
                + String.join(", ", known.stream().sorted().toList()) + ")");
    }

    private static Decoder<Double> factor() {
        return Decoder.ofText("a factor such as 10x", JsonSchema.pattern("^" + FACTOR_PATTERN + "$"), text -> {
            if (!text.matches(FACTOR_PATTERN)) {
                throw new IllegalArgumentException(Echo.of(text) + " (expected: a factor such as 10x)");
            }
            double factor = Double.parseDouble(text.substring(0, text.length() - 1));
            if (factor <= 0 || factor > MOST_FACTOR) {
                throw new IllegalArgumentException(Echo.of(text) + " (expected: above 0x, at most 1000000x)");
            }
            return factor;
        });
    }

    private static Decoder<double[]> shareOrRamp() {
        return Decoder.ofText(
                "a share such as 50% or a ramp such as 0%..100%",
                JsonSchema.anyOf(Decoders.share().schema(), JsonSchema.pattern(".*%[.][.].*")), text -> {
                    int dots = text.indexOf("..");
                    if (dots < 0) {
                        double share = Shares.parse(text);
                        return new double[] {share, share};
                    }
                    return new double[] {Shares.parse(text.substring(0, dots)), Shares.parse(text.substring(dots + 2))};
                });
    }

    private static Decoder<Long> skew() {
        var schema = JsonSchema.pattern(Durations.PATTERN.replace("^", "^-?"));
        return Decoder.ofText("a duration such as 5s, or -5s for a clock that is behind", schema, text -> {
            boolean behind = text.startsWith("-");
            Duration skew = Durations.parse(behind ? text.substring(1) : text);
            if (skew.compareTo(RunPlan.LONGEST) > 0) {
                throw new IllegalArgumentException(Echo.of(text) + " (expected: at most a day)");
            }
            return behind ? -skew.toNanos() : skew.toNanos();
        });
    }
}
