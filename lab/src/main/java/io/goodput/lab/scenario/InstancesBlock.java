package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Node;
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

    private InstancesBlock() {}

    static Decoder<Service.Instances> decoder() {
        return Decoder.of("instances such as {cold: 500ms, most: 100}", InstancesBlock::decode);
    }

    private static Service.Instances decode(Node node) {
        Block block = node.block("cold", "keep", "most", "warm");
        Decoder<Duration> time = Decoders.duration(Duration.ZERO, LONGEST);
        int most = block.required("most", Decoders.integer(1, MOST));
        return new Service.Instances(
                block.required("cold", time).toNanos(),
                block.optional("keep", time, USUAL_KEEP).toNanos(),
                most,
                block.optional("warm", Decoders.integer(0, most), 0));
    }
}
