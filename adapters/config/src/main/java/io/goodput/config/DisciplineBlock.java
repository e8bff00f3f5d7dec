package io.goodput.config;

import io.goodput.admission.Discipline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A {@link Discipline} by its name, such as {@code codel}, or as a block: {@code {order: fifo, controlled-delay: true,
 * target: 5ms, interval: 100ms}}. What a block leaves out is as in {@link Discipline#CODEL_ADAPTIVE_LIFO}, the interval
 * no shorter than the target.
 */
final class DisciplineBlock {
    private static final Discipline USUAL = Discipline.CODEL_ADAPTIVE_LIFO;
    private static final Map<String, Discipline> NAMED = new LinkedHashMap<>();

    static {
        NAMED.put("fifo", Discipline.FIFO);
        NAMED.put("lifo", Discipline.LIFO);
        NAMED.put("adaptive-lifo", Discipline.ADAPTIVE_LIFO);
        NAMED.put("codel", Discipline.CODEL);
        NAMED.put("codel-adaptive-lifo", Discipline.CODEL_ADAPTIVE_LIFO);
    }

    private DisciplineBlock() {}

    static Decoder<Discipline> decoder() {
        Decoder<Discipline> names = Decoders.choice(NAMED);
        return Decoder.of(
                names.expected() + ", or a block such as {order: fifo}",
                node -> node.isBlock() ? decode(node) : names.decode(node));
    }

    private static Discipline decode(Node node) {
        Block block = node.block("order", "controlled-delay", "target", "interval");
        Duration target = block.optional("target", Decoders.duration(Discipline.TIME), USUAL.target());
        Duration usual = USUAL.interval();
        return new Discipline(
                block.optional("order", Decoders.choice(Discipline.Order.class), USUAL.order()),
                block.optional("controlled-delay", Decoders.bool(), USUAL.controlledDelay()),
                target,
                block.optional(
                        "interval",
                        Decoders.duration(Discipline.TIME.from(target)),
                        usual.compareTo(target) >= 0 ? usual : target));
    }

    static Written written(Discipline discipline) {
        return new BlockWriter()
                .word("order", discipline.order())
                .bool("controlled-delay", discipline.controlledDelay())
                .time("target", discipline.target())
                .time("interval", discipline.interval())
                .written();
    }
}
