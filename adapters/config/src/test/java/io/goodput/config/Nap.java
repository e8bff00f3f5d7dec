package io.goodput.config;

import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.section.NamedSection;
import io.goodput.config.section.Section;
import java.time.Duration;

// What docs/configuration.md shows of a section of one's own.
record Nap(Duration length, int times) {
    static final Field<Nap, Duration> LENGTH =
            Field.of("length", Decoders.duration(), Nap::length).required().about("Of each");
    static final Field<Nap, Integer> TIMES =
            Field.of("times", Decoders.integer(1, 10), Nap::times).otherwise(1).about("A day");

    static final Codec<Nap> CODEC = BlockCodec.of(
            "a nap such as {length: 20m}", block -> new Nap(block.get(LENGTH), block.get(TIMES)), LENGTH, TIMES);
    static final NamedSection<Nap> SECTION = Section.named("naps", "nap", "When nobody works", CODEC);
}
