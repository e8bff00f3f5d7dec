package io.goodput.config.section;

import io.goodput.config.language.Codec;

/**
 * A key at the top of a configuration file. A module brings its sections by a {@link Vocabulary}; reading, writing and
 * the JSON Schema of a section all come from its codec.
 *
 * @param <T> what stands behind the key
 */
public interface Section<T> {

    /** As it is written: {@code guards}. No other section has the same. */
    String key();

    /** A few words for people, which editors show. */
    String about();

    /** What stands behind the key. */
    Codec<T> codec();

    /** What counts where a file does not have the section; it is not written. */
    T absent();

    /** How many things of which kind a value holds, for a line about a file: {@code 2 guards}; empty if none. */
    String summary(T value);

    /**
     * A section of the user's names, as {@link io.goodput.NameRule#WORD} allows them.
     *
     * @param key as it is written: {@code guards}
     * @param noun for one of them, which takes an s for several: {@code guard}
     * @param about a few words for people
     * @param each what stands behind a name
     */
    static <T> NamedSection<T> named(String key, String noun, String about, Codec<T> each) {
        return new NamedSection<>(key, noun, about, each);
    }
}
