package io.goodput.config.policy.client;

import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.balance.OutlierEjection;
import io.goodput.balance.Strategy;
import io.goodput.balance.Subset;
import io.goodput.balance.Zones;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.problem.Expectation;
import java.time.Duration;
import java.util.List;
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

    private static final Field<BalanceSettings, List<Address>> ENDPOINTS = Field.of(
                    "endpoints", Decoders.listOf(EndpointBlock.CODEC), BalanceSettings::endpoints)
            .about("Left out, the application finds them");
    private static final Field<BalanceSettings, Strategy> STRATEGY = Field.of(
                    "strategy",
                    Decoders.choice(Strategy.class),
                    (BalanceSettings balance) -> balance.settings.strategy())
            .as(STANDARD)
            .about("How one of the endpoints is chosen");
    private static final Field<BalanceSettings, Duration> DECAY = Field.of(
                    "decay",
                    Decoders.duration(Balancer.Settings.DECAY),
                    (BalanceSettings balance) -> balance.settings.decay())
            .as(STANDARD)
            .about("How fast latencies are forgotten");
    private static final Field<BalanceSettings, Duration> PENALTY = Field.of(
                    "penalty",
                    Decoders.duration(Balancer.Settings.PENALTY),
                    (BalanceSettings balance) -> balance.settings.penalty())
            .as(STANDARD)
            .about("What a failure adds to an endpoint's latency");
    private static final Field<BalanceSettings, Zones> ZONES = Field.of(
                    "zones", ZonesBlock.CODEC, (BalanceSettings balance) -> balance.settings.zones())
            .about("Prefers endpoints that are near");
    private static final Field<BalanceSettings, Integer> SUBSET = Field.of(
                    "subset", Decoders.integer(Subset.SIZE), BalanceSettings::subsetOrNull)
            .about("How many endpoints serve a key; all if it is left out");
    private static final Field<BalanceSettings, OutlierEjection.Settings> EJECTION = Field.of(
                    "ejection", EjectionBlock.CODEC, (BalanceSettings balance) -> balance.settings.ejection())
            .about("Takes endpoints out that do worse than the others");
    private static final Field<BalanceSettings, Double> PANIC = Field.of(
                    "panic", Decoders.share(), (BalanceSettings balance) -> balance.settings.panic())
            .as(STANDARD)
            .about("With fewer available, calls go to all");

    /**
     * The keys {@code endpoints} (default: the application finds them), {@code strategy}, {@code decay},
     * {@code penalty} and {@code panic} (default: as in {@link Balancer.Settings#STANDARD}), {@code zones},
     * {@code subset} and {@code ejection} (default: none).
     */
    public static final Codec<BalanceSettings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of(
                    "a block such as {endpoints: [a, b]}",
                    BalanceSettings::decode,
                    ENDPOINTS,
                    STRATEGY,
                    DECAY,
                    PENALTY,
                    ZONES,
                    SUBSET,
                    EJECTION,
                    PANIC));

    /** Refuses endpoints that are one, more than 10,000 of them, and a subset that is none. */
    public BalanceSettings {
        Subset.SIZE.from(0).check("subset", subset);
        if (settings.subset() != null) {
            throw new Expectation("its size apart").unmet("settings", "with a subset");
        }
        if (endpoints != null) {
            endpoints = List.copyOf(endpoints);
            var _ = new Balancer(settings, endpoints);
        }
    }

    private static BalanceSettings decode(Block block) {
        var settings = USUAL.withStrategy(block.get(STRATEGY))
                .withCost(block.get(DECAY), block.get(PENALTY))
                .withZones(block.find(ZONES))
                .withEjection(block.find(EJECTION))
                .withPanic(block.get(PANIC));
        return new BalanceSettings(settings, block.get(SUBSET.otherwise(0)), block.find(ENDPOINTS));
    }

    private static @Nullable Integer subsetOrNull(BalanceSettings balance) {
        return balance.subset == 0 ? null : balance.subset;
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
