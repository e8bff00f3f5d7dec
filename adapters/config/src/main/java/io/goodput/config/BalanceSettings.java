package io.goodput.config;

import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.balance.Strategy;
import io.goodput.balance.Subset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@link Balancer} and, if they are known beforehand, its endpoints: a block, or the word
 * {@code standard} for {@link Balancer.Settings#STANDARD} and endpoints that the application finds.
 *
 * @param settings how endpoints are picked; of no subset, which is said by {@code subset}
 * @param subset how many endpoints serve a key; 0 if all do
 * @param endpoints null if the application tells the balancer ({@link Balancer#update})
 */
public record BalanceSettings(
        Balancer.Settings settings, int subset, @Nullable List<Address> endpoints) {
    /** {@link Balancer.Settings#STANDARD}, and no endpoints yet. */
    public static final BalanceSettings STANDARD = new BalanceSettings(Balancer.Settings.STANDARD, 0, null);

    private static final Balancer.Settings USUAL = Balancer.Settings.STANDARD;

    /** Refuses endpoints that are one, more than 10,000 of them, and a subset that is none. */
    public BalanceSettings {
        Subset.SIZE.from(0).check("subset", subset);
        if (settings.subset() != null) {
            throw new IllegalArgumentException("settings: with a subset (expected: its size apart)");
        }
        if (endpoints != null) {
            endpoints = List.copyOf(endpoints);
            refuseTwins(endpoints);
        }
    }

    private static void refuseTwins(List<Address> endpoints) {
        Balancer.ENDPOINTS.check("endpoints", endpoints.size());
        Set<String> names = new HashSet<>();
        for (Address each : endpoints) {
            if (!names.add(each.name())) {
                throw new IllegalArgumentException("endpoints: " + each.name() + " twice (expected: once)");
            }
        }
    }

    /**
     * The keys {@code endpoints} (default: the application finds them), {@code strategy}, {@code decay},
     * {@code penalty} and {@code panic} (default: as in {@link Balancer.Settings#STANDARD}), {@code zones},
     * {@code subset} and {@code ejection} (default: none).
     */
    public static Decoder<BalanceSettings> decoder() {
        return Decoders.wordOr(
                "standard", STANDARD, Decoder.of("a block such as {endpoints: [a, b]}", BalanceSettings::decode));
    }

    private static BalanceSettings decode(Node node) {
        Block block = node.block("endpoints", "strategy", "decay", "penalty", "zones", "subset", "ejection", "panic");
        var settings = USUAL.withStrategy(block.optional("strategy", Decoders.choice(Strategy.class), USUAL.strategy()))
                .withCost(
                        block.optional("decay", Decoders.duration(Balancer.Settings.DECAY), USUAL.decay()),
                        block.optional("penalty", Decoders.duration(Balancer.Settings.PENALTY), USUAL.penalty()))
                .withZones(block.optional("zones", ZonesBlock.decoder()))
                .withEjection(block.optional("ejection", EjectionBlock.decoder()))
                .withPanic(block.optional("panic", Decoders.share(), USUAL.panic()));
        return new BalanceSettings(
                settings,
                block.optional("subset", Decoders.integer(Subset.SIZE), 0),
                block.optional("endpoints", Decoders.listOf(EndpointBlock.decoder())));
    }

    Written written() {
        var block = new BlockWriter();
        if (endpoints != null) {
            block.list("endpoints", endpoints, EndpointBlock::written);
        }
        block.word("strategy", settings.strategy())
                .time("decay", settings.decay())
                .time("penalty", settings.penalty())
                .block("zones", settings.zones(), ZonesBlock::written);
        if (subset > 0) {
            block.whole("subset", subset);
        }
        return block.block("ejection", settings.ejection(), EjectionBlock::written)
                .share("panic", settings.panic())
                .written();
    }

    /** A balancer that knows nothing of its endpoints yet. */
    public Balancer newBalancer() {
        return new Balancer(complete(), endpoints == null ? List.of() : endpoints);
    }

    /** Changes a balancer in place. Without endpoints in the settings it keeps those that it has. */
    void applyTo(Balancer balancer) {
        balancer.change(complete());
        if (endpoints != null) {
            balancer.update(endpoints);
        }
    }

    private Balancer.Settings complete() {
        return settings.withSubset(subset == 0 ? null : Subset.rendezvous(subset));
    }
}
