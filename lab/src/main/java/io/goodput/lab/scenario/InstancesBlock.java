package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.lab.model.Service;
import java.time.Duration;

/**
 * The {@code instances} of a function at each endpoint: {@code {cold: 500ms, keep: 30s, most: 100, warm: 10}}.
 * {@code cold}, what a start takes, and {@code most} are required; an idle instance is kept for {@code keep} (10 min),
 * and {@code warm} of them are there from the start and for ever (0).
 */
final class InstancesBlock {
    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration USUAL_KEEP = Duration.ofMinutes(10);

    private static final Decoder<Duration> TIME = Decoders.duration(Duration.ZERO, LONGEST);
    private static final Key<Duration> COLD =
            Key.of("cold", TIME).required().about("The time that a new one takes to start");
    private static final Key<Duration> KEEP = Key.of("keep", Decoders.duration(Duration.ZERO, LONGEST))
            .otherwise(USUAL_KEEP)
            .about("Without work");
    private static final Key<Integer> AT_MOST =
            Key.of("most", Decoders.integer(1, MOST)).required();
    private static final Key<Integer> WARM =
            Key.of("warm", Decoders.integer(0, MOST)).otherwise(0).about("There from the start");

    static final Decoder<Service.Instances> DECODER = Keys.of(COLD, KEEP, AT_MOST, WARM)
            .decoder("instances such as {cold: 500ms, most: 100}", InstancesBlock::decode);

    private InstancesBlock() {}

    private static Service.Instances decode(Block block) {
        int most = block.get(AT_MOST);
        return new Service.Instances(
                block.get(COLD).toNanos(),
                block.get(KEEP).toNanos(),
                most,
                block.get(WARM.within(Decoders.integer(0, most))));
    }
}
