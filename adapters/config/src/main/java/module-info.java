import org.jspecify.annotations.NullMarked;

/** Configuration: YAML with places, quantities with units, and errors that say what was expected. */
@NullMarked
module io.goodput.config {
    requires static org.jspecify;
    requires transitive io.goodput;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.yaml;

    exports io.goodput.config;
    exports io.goodput.config.language;
    exports io.goodput.config.live;
    exports io.goodput.config.policy;
    exports io.goodput.config.policy.cache;
    exports io.goodput.config.policy.client;
    exports io.goodput.config.policy.meter;
    exports io.goodput.config.policy.server;
    exports io.goodput.config.policy.shard;
    exports io.goodput.config.problem;
    exports io.goodput.config.quantity;
    exports io.goodput.config.schema;
    exports io.goodput.config.section;
    exports io.goodput.config.write;

    uses io.goodput.config.DocumentKind;
    uses io.goodput.config.section.Vocabulary;

    provides io.goodput.config.DocumentKind with
            io.goodput.config.ConfigurationKind;
    provides io.goodput.config.section.Vocabulary with
            io.goodput.config.policy.PolicySections;
}
