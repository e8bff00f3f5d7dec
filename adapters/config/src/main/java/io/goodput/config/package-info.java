/**
 * Configuration files: in comes a YAML file, out come records, or one {@link io.goodput.config.ConfigException} that
 * names the file, the line, the key, what is wrong with it and what was expected.
 *
 * <p>{@link io.goodput.config.YamlFile} reads a file of bounded size and shape into a tree of
 * {@link io.goodput.config.Node}s that know their place. {@link io.goodput.config.Decoder}s turn nodes into values;
 * {@link io.goodput.config.Decoders} has those for text, numbers and quantities with units.
 */
package io.goodput.config;
