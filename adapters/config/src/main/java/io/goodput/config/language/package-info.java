/**
 * The language of configuration files, which knows no policy: in comes text, out come values, or one error that names
 * the file, the line, the key, what is wrong with it and what was expected.
 *
 * <p>{@link io.goodput.config.language.YamlFile} reads a file of bounded size and shape into a tree of
 * {@link io.goodput.config.language.Node}s that know their place. {@link io.goodput.config.language.Decoder}s turn
 * nodes into values, {@link io.goodput.config.language.Codec}s write them too;
 * {@link io.goodput.config.language.Decoders} has those for text, numbers and quantities with units. A block declares
 * each of its {@link io.goodput.config.language.Key}s once: reading, writing and the JSON Schema come from it.
 */
package io.goodput.config.language;
