package io.goodput.config;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.problem.Problems;
import io.goodput.config.schema.JsonSchema;
import io.goodput.config.section.Section;
import io.goodput.config.section.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * The sections that a configuration file may have. {@link #registered()} has those of all modules that are there; with
 * them, a file is read whole or not at all. Immutable.
 */
public final class Sections {
    private final List<Section<?>> sections;

    private Sections(List<Section<?>> sections) {
        this.sections = sections;
    }

    /** No sections. */
    public static Sections none() {
        return new Sections(List.of());
    }

    /** Those of every {@link Vocabulary} that {@link ServiceLoader} finds. */
    public static Sections registered() {
        var all = none();
        for (Vocabulary vocabulary : ServiceLoader.load(Vocabulary.class, Vocabulary.class.getClassLoader())) {
            for (Section<?> section : vocabulary.sections()) {
                all = all.with(section);
            }
        }
        return all;
    }

    /**
     * These and another one.
     *
     * @throws IllegalArgumentException if there is one of the same key already
     */
    public Sections with(Section<?> section) {
        if (section.key().equals(FormatVersion.KEY.name())
                || sections.stream().anyMatch(each -> each.key().equals(section.key()))) {
            throw new IllegalArgumentException("section: " + section.key() + " twice (expected: once)");
        }
        var more = new ArrayList<>(sections);
        more.add(section);
        return new Sections(List.copyOf(more));
    }

    /** In the order in which they are written. */
    public List<Section<?>> list() {
        return sections;
    }

    /** Reads a file, or what stands for one. */
    public Decoder<Configuration> decoder() {
        return Decoder.of("a configuration", schema(), this::decode);
    }

    /** What a file may be. */
    public JsonSchema schema() {
        return keys().schema().about("A configuration of Goodput.");
    }

    private Keys keys() {
        return Keys.of(FormatVersion.KEY)
                .and(Keys.of(sections.stream().map(Sections::key).toArray(Key<?>[]::new)));
    }

    private static <T> Key<T> key(Section<T> section) {
        return Key.of(section.key(), section.codec()).about(section.about());
    }

    private Configuration decode(Node node) {
        FormatVersion.check(node);
        var problems = new Problems();
        Node known = UnknownSection.leftOut(node, this, problems);
        Configuration configuration = problems.attempt(() -> keys().read(known, this::decode));
        if (configuration == null || !problems.isEmpty()) {
            throw problems.refusal();
        }
        return configuration;
    }

    private Configuration decode(Block block) {
        var values = new LinkedHashMap<Section<?>, Object>();
        for (Section<?> section : sections) {
            read(block, section, values);
        }
        var _ = block.get(FormatVersion.KEY);
        return new Configuration(values);
    }

    private static <T> void read(Block block, Section<T> section, Map<Section<?>, Object> values) {
        T value = block.find(key(section));
        if (value != null) {
            values.put(section, value);
        }
    }
}
