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
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One of the {@code faults}: {@code {fault: crash, of: orders/1, from: 20s, to: 30s}}. What it befalls is a service or,
 * as {@code orders/1}, one of its endpoints; each kind has keys of its own.
 */
final class FaultBlock {
    private static final double MOST_FACTOR = 1_000_000;
    private static final int LONGEST_EXPRESSION = 1_000;

    private final DistributionSyntax distributions;
    private final PhaseSpans spans;
    private final List<Service> services;
    private final Set<String> groups;

    /**
     * Faults of these.
     *
     * @param groups names of populations, services and zones
     */
    FaultBlock(DistributionSyntax distributions, PhaseSpans spans, List<Service> services, Set<String> groups) {
        this.distributions = distributions;
        this.spans = spans;
        this.services = services;
        this.groups = groups;
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

    Decoder<Fault> decoder() {
        return Decoder.of("a fault such as {fault: crash, of: orders/1, from: 20s, to: 30s}", schema(), this::decode);
    }

    /** Which of the keys a kind has, its block says. */
    private JsonSchema schema() {
        return Keys.of(
                        Key.of("fault", Decoders.choice(Kind.class)).required(),
                        Key.of("from", PhaseSpans.FROM.decoder()),
                        Key.of("to", PhaseSpans.TO.decoder()),
                        Key.of("at", PhaseSpans.AT.decoder()),
                        Key.of("of", target()).about("What it befalls"),
                        Key.of("by", Decoders.text(LONGEST_EXPRESSION)),
                        Key.of("share", shareOrRamp()),
                        Key.of("between", Decoders.listOf(group())),
                        Key.of("zone", zone()))
                .schema();
    }

    private Fault decode(Node node) {
        Block any = node.block("fault", "from", "to", "at", "of", "by", "share", "between", "zone");
        Kind kind = any.required("fault", Decoders.choice(Kind.class));
        return switch (kind) {
            case CRASH -> new Fault.Crash(span(node), target(node));
            case BLACK_HOLE -> new Fault.BlackHole(span(node), target(node));
            case PAUSE -> new Fault.Pause(span(node), target(node));
            case CAPACITY_LOSS -> {
                Block block = befalling(node, "share");
                yield new Fault.CapacityLoss(
                        spans.of(block), block.required("of", whole()), block.required("share", Decoders.share(0, 1)));
            }
            case SLOW_DOWN -> {
                Block block = befalling(node, "by");
                yield new Fault.SlowDown(
                        spans.of(block), block.required("of", target()), block.required("by", factor()));
            }
            case ERRORS -> {
                Block block = befalling(node, "share");
                double[] share = block.required("share", shareOrRamp());
                yield new Fault.Errors(spans.of(block), block.required("of", target()), share[0], share[1]);
            }
            case CLOCK_SKEW -> {
                Block block = befalling(node, "by");
                yield new Fault.ClockSkew(
                        spans.of(block), block.required("of", target()), block.required("by", skew()));
            }
            case LOSS -> {
                Block block = befalling(node, "share");
                yield new Fault.Loss(
                        spans.of(block), block.required("of", target()), block.required("share", Decoders.share()));
            }
            case DELAY -> {
                Block block = befalling(node, "by");
                yield new Fault.Delay(
                        spans.of(block), block.required("of", target()), block.required("by", distributions.decoder()));
            }
            case PARTITION -> {
                Block block = node.block("fault", "from", "to", "between");
                List<String> two = block.required("between", Decoders.listOf(group()));
                if (two.size() != 2) {
                    throw block.required("between").error("names " + two.size() + " (expected: two)");
                }
                yield new Fault.Partition(spans.of(block), two.getFirst(), two.getLast());
            }
            case ZONE_LOSS -> {
                Block block = node.block("fault", "from", "to", "zone");
                yield new Fault.ZoneLoss(spans.of(block), block.required("zone", zone()));
            }
            case CACHE_LOSS -> {
                Block block = node.block("fault", "at", "of");
                yield new Fault.CacheLoss(spans.at(block), block.required("of", group()));
            }
            case CACHE_OUTAGE -> {
                Block block = node.block("fault", "from", "to", "of");
                yield new Fault.CacheOutage(spans.of(block), block.required("of", group()));
            }
        };
    }

    private static Block befalling(Node node, String key) {
        return node.block("fault", "from", "to", "of", key);
    }

    private Span span(Node node) {
        return spans.of(node.block("fault", "from", "to", "of"));
    }

    private Target target(Node node) {
        return node.block("fault", "from", "to", "of").required("of", target());
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

    private static Decoder<String> named(String kind, List<String> known) {
        return Decoder.ofText("a " + kind, text -> {
            if (!known.contains(text)) {
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
        return Decoder.ofText("a factor such as 10x", text -> {
            if (!text.matches("\\d{1,7}(\\.\\d{1,6})?x")) {
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
        return Decoder.ofText("a duration such as 5s, or -5s for a clock that is behind", text -> {
            boolean behind = text.startsWith("-");
            Duration skew = Durations.parse(behind ? text.substring(1) : text);
            if (skew.compareTo(RunPlan.LONGEST) > 0) {
                throw new IllegalArgumentException(Echo.of(text) + " (expected: at most a day)");
            }
            return behind ? -skew.toNanos() : skew.toNanos();
        });
    }
}
