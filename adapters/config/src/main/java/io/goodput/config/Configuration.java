package io.goodput.config;

import io.goodput.config.language.Decoder;
import io.goodput.config.language.Environment;
import io.goodput.config.language.Node;
import io.goodput.config.language.YamlFile;
import io.goodput.config.policy.PolicySections;
import io.goodput.config.policy.cache.CacheSettings;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.config.policy.server.ServerSettings;
import io.goodput.config.policy.shard.ShardSettings;
import io.goodput.config.problem.CheckedFile;
import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.Echo;
import io.goodput.config.problem.NearestName;
import io.goodput.config.section.NamedSection;
import io.goodput.config.section.Section;
import io.goodput.config.write.JsonWriter;
import io.goodput.config.write.Written;
import io.goodput.config.write.YamlWriter;
import io.goodput.guard.GuardBuilder;
import io.goodput.limit.RateLimit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * A configuration file: what stands in each of its sections. It is read as a whole or not at all.
 *
 * <pre>{@code
 * goodput: 1
 * guards:
 *   inventory: {deadline: 2s, timeout: 300ms, retry: standard, breaker: standard}
 * servers:
 *   checkout: {limit: 64, admission: standard}
 * }</pre>
 *
 * <p>All sections are optional. Those of the policies are {@link PolicySections}; their names are as
 * {@link io.goodput.NameRule#WORD} allows.
 *
 * @param sections what stands in the sections that are not as if they were absent, in the order of their writing
 */
public record Configuration(SequencedMap<Section<?>, Object> sections) {
    /** A file that says nothing. */
    public static final Configuration EMPTY = new Configuration(new LinkedHashMap<>());

    /** Copies the sections, and leaves out what says nothing. */
    public Configuration {
        var said = new LinkedHashMap<>(sections);
        said.entrySet().removeIf(each -> each.getValue().equals(each.getKey().absent()));
        sections = Collections.unmodifiableSequencedMap(said);
    }

    /**
     * Reads a file with the sections of all modules that are there, and the variables of this process's environment.
     *
     * @throws ConfigException with {@linkplain ConfigException#problems all} that is wrong with it, if it cannot be
     *     read or says what cannot be
     */
    public static Configuration read(Path file) {
        return read(file, Environment.system());
    }

    /**
     * The same with other variables: {@code Map.of("TIMEOUT", "300ms")::get}.
     *
     * @throws ConfigException with {@linkplain ConfigException#problems all} that is wrong with it, if it cannot be
     *     read or says what cannot be
     */
    public static Configuration read(Path file, Environment environment) {
        return YamlFile.read(file, environment, decoder());
    }

    /**
     * The same, with what is dangerous in it: the findings of each guard ({@link GuardBuilder#check()}), with their
     * places. A file that cannot be used, or read, has its errors instead.
     */
    public static CheckedFile<Configuration> check(Path file) {
        return check(file.toString(), () -> YamlFile.text(file));
    }

    /**
     * The same for what is not a file.
     *
     * @param name stands for the file's name in findings
     */
    public static CheckedFile<Configuration> check(String name, String text) {
        return check(name, () -> text);
    }

    /**
     * The same for what is read to its end, such as standard input.
     *
     * @throws IOException if it cannot be read
     */
    public static CheckedFile<Configuration> check(String name, InputStream in) throws IOException {
        try {
            return check(name, YamlFile.text(name, in));
        } catch (ConfigException noText) {
            return check(name, () -> {
                throw noText;
            });
        }
    }

    private static CheckedFile<Configuration> check(String name, Supplier<String> text) {
        record Read(Node root, Configuration configuration) {}
        Decoder<Read> whole = Decoder.of("a configuration", root -> new Read(root, root.as(decoder())));
        return CheckedFile.of(
                        name,
                        "docs/configuration.md",
                        () -> YamlFile.parse(name, text.get(), Environment.system(), whole),
                        read -> new GuardLint(read.root).findings(read.configuration))
                .map(Read::configuration);
    }

    /** The same for what is not a file. */
    public static Decoder<Configuration> decoder() {
        return Sections.registered().decoder();
    }

    /** The same with something else in a section. */
    public <T> Configuration with(Section<T> section, T value) {
        var changed = new LinkedHashMap<>(sections);
        changed.put(section, value);
        return new Configuration(changed);
    }

    /** What stands in a section, or counts where there is none. */
    @SuppressWarnings("unchecked") // Only with(Section<T>, T) and a section's own codec put something there.
    public <T> T get(Section<T> section) {
        return (T) sections.getOrDefault(section, section.absent());
    }

    /** The configuration as YAML, every default written out; read again, it gives the same configuration. */
    public String toYaml() {
        return toYaml(Map.of());
    }

    /**
     * The same, with words about values behind them, as comments.
     *
     * @param notes by the keys that lead to the value, such as {@link io.goodput.config.language.Node#notes()}; about a
     *     value that is written otherwise than it was read, the note stands behind what it is written in
     */
    public String toYaml(Map<List<String>, String> notes) {
        return YamlWriter.write(written(), notes);
    }

    /** The same as JSON, for programs. */
    public String toJson() {
        return JsonWriter.write(written());
    }

    private Written.Entries written() {
        var written = new LinkedHashMap<String, Written>();
        written.put(FormatVersion.KEY.name(), new Written.Literal(Integer.toString(FormatVersion.VERSION)));
        sections.keySet().forEach(section -> written.put(section.key(), written(section)));
        return new Written.Entries(written);
    }

    private <T> Written written(Section<T> section) {
        return section.codec().write(get(section));
    }

    /**
     * What stands behind a name in a section.
     *
     * @throws ConfigException if there is none of that name
     */
    public <T> T get(NamedSection<T> section, String name) {
        SequencedMap<String, T> values = get(section);
        T value = values.get(name);
        if (value == null) {
            String nearest = NearestName.of(name, values.keySet());
            String question = nearest == null ? "" : "did you mean " + nearest + "? ";
            String known = values.isEmpty() ? "none" : String.join(", ", values.keySet());
            throw new ConfigException(section.key() + "." + Echo.of(name) + ": not configured (" + question
                    + section.key() + ": " + known + ")");
        }
        return value;
    }

    /**
     * A builder of a guard that is configured.
     *
     * @throws ConfigException if there is none of that name
     */
    public GuardBuilder newGuard(String name) {
        return guard(name).newGuard(name);
    }

    /**
     * The settings of a guard.
     *
     * @throws ConfigException if there is none of that name
     */
    public GuardSettings guard(String name) {
        return get(PolicySections.GUARDS, name);
    }

    /**
     * The settings of a server.
     *
     * @throws ConfigException if there is none of that name
     */
    public ServerSettings server(String name) {
        return get(PolicySections.SERVERS, name);
    }

    /**
     * The settings of a cache.
     *
     * @throws ConfigException if there is none of that name
     */
    public CacheSettings cache(String name) {
        return get(PolicySections.CACHES, name);
    }

    /**
     * The settings of shards.
     *
     * @throws ConfigException if there are none of that name
     */
    public ShardSettings shards(String name) {
        return get(PolicySections.SHARDS, name);
    }

    /**
     * The settings of a rate limit that belongs to no guard.
     *
     * @throws ConfigException if there is none of that name
     */
    public RateLimit.Settings rateLimit(String name) {
        return get(PolicySections.RATE_LIMITS, name);
    }
}
