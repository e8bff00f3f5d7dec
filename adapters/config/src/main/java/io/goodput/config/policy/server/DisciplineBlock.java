package io.goodput.config.policy.server;

import io.goodput.admission.Discipline;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.quantity.Durations;
import io.goodput.config.schema.JsonSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A {@link Discipline} by its name, such as {@code codel}, or as a block: {@code {order: fifo, controlled-delay: true,
 * target: 5ms, interval: 100ms, scaled: true}}. What a block leaves out is as in
 * {@link Discipline#CODEL_ADAPTIVE_LIFO}, the interval no shorter than the target.
 */
final class DisciplineBlock {
    private static final Discipline USUAL = Discipline.CODEL_ADAPTIVE_LIFO;
    private static final Decoder<Discipline> NAMES = Decoders.choice(names());

    private static final Field<Discipline, Discipline.Order> ORDER = Field.of(
                    "order", Decoders.choice(Discipline.Order.class), Discipline::order)
            .as(USUAL)
            .about("Who is next");
    private static final Field<Discipline, Boolean> CONTROLLED_DELAY = Field.of(
                    "controlled-delay", Decoders.bool(), Discipline::controlledDelay)
            .as(USUAL)
            .about("Whether CoDel drops what waits too long");
    private static final Field<Discipline, Duration> TARGET = Field.of(
                    "target", Decoders.duration(Discipline.TIME), Discipline::target)
            .as(USUAL)
            .about("The longest wait in overload");
    private static final Field<Discipline, Duration> INTERVAL = Field.of(
                    "interval", Decoders.duration(Discipline.TIME), Discipline::interval)
            .about("How long a queue must stand, 100ms or the longer target");
    private static final Field<Discipline, Boolean> SCALED = Field.of("scaled", Decoders.bool(), Discipline::scaled)
            .as(USUAL)
            .about("Whether both are longer where requests take longer");
    private static final Codec<Discipline> BLOCK = BlockCodec.of(
            "a block such as {order: fifo}",
            DisciplineBlock::decode,
            ORDER,
            CONTROLLED_DELAY,
            TARGET,
            INTERVAL,
            SCALED);

    static final Codec<Discipline> CODEC = Codec.of(
            Decoder.of(
                    NAMES.expected() + ", or " + BLOCK.expected(),
                    JsonSchema.anyOf(NAMES.schema(), BLOCK.schema()),
                    node -> (node.isBlock() ? BLOCK : NAMES).decode(node)),
            BLOCK::write);

    private DisciplineBlock() {}

    private static SequencedMap<String, Discipline> names() {
        var names = new LinkedHashMap<String, Discipline>();
        names.put("fifo", Discipline.FIFO);
        names.put("lifo", Discipline.LIFO);
        names.put("adaptive-lifo", Discipline.ADAPTIVE_LIFO);
        names.put("codel", Discipline.CODEL);
        names.put("codel-adaptive-lifo", Discipline.CODEL_ADAPTIVE_LIFO);
        names.put("standard", Discipline.STANDARD);
        return names;
    }

    private static Discipline decode(Block block) {
        Duration target = block.get(TARGET);
        Duration interval = block.get(INTERVAL.within(Decoders.duration(Discipline.TIME.from(target)))
                .otherwise(Durations.longer(USUAL.interval(), target)));
        return new Discipline(block.get(ORDER), block.get(CONTROLLED_DELAY), target, interval, block.get(SCALED));
    }
}
