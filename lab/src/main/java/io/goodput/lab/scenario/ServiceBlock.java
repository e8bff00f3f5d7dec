package io.goodput.lab.scenario;

import io.goodput.config.Block;
import io.goodput.config.Decoder;
import io.goodput.config.Decoders;
import io.goodput.config.Node;
import io.goodput.lab.model.Latency;
import io.goodput.lab.model.Service;
import org.jspecify.annotations.Nullable;

/**
 * The block {@code service}: a {@code latency}, and one kind of capacity or none: {@code slots} requests at a time,
 * with a {@code queue} before them (default 0: who finds no slot is refused), or {@code cores} that all requests share.
 */
final class ServiceBlock {
    private static final int MOST = 1_000_000;

    private final LatencySyntax latencies;

    ServiceBlock(LatencySyntax latencies) {
        this.latencies = latencies;
    }

    Decoder<Service> decoder() {
        return Decoder.of("a service such as {latency: 50ms, slots: 10, queue: 100}", this::decode);
    }

    private Service decode(Node node) {
        Block block = node.block("latency", "slots", "queue", "cores");
        Latency latency = block.required("latency", latencies.decoder());
        Integer slots = block.optional("slots", Decoders.integer(1, MOST));
        Integer queue = block.optional("queue", Decoders.integer(0, MOST));
        Integer cores = block.optional("cores", Decoders.integer(1, MOST));
        return new Service(latency, capacity(node, slots, queue, cores));
    }

    private static Service.Capacity capacity(
            Node node, @Nullable Integer slots, @Nullable Integer queue, @Nullable Integer cores) {
        if (cores != null && (slots != null || queue != null)) {
            throw node.error("has cores and slots (expected: cores that requests share, or slots and a queue)");
        }
        if (queue != null && slots == null) {
            throw node.error("has a queue without slots (expected: slots, the requests worked on at a time)");
        }
        if (slots != null) {
            return new Service.Slots(slots, queue == null ? 0 : queue);
        }
        return cores == null ? new Service.Unlimited() : new Service.Sharing(cores);
    }
}
