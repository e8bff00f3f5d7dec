package io.goodput.config.section;

import io.goodput.NameRule;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A section that has a value for each of the user's names.
 *
 * @param <T> what stands behind a name
 */
public final class NamedSection<T> implements Section<SequencedMap<String, T>> {
    private final String key;
    private final String noun;
    private final String about;
    private final Codec<SequencedMap<String, T>> codec;

    NamedSection(String key, String noun, String about, Codec<T> each) {
        this.key = key;
        this.noun = noun;
        this.about = about;
        this.codec = Decoders.named(NameRule.WORD, each);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String about() {
        return about;
    }

    @Override
    public Codec<SequencedMap<String, T>> codec() {
        return codec;
    }

    @Override
    public SequencedMap<String, T> absent() {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>());
    }

    @Override
    public String summary(SequencedMap<String, T> value) {
        return value.isEmpty() ? "" : value.size() + " " + noun + (value.size() == 1 ? "" : "s");
    }
}
