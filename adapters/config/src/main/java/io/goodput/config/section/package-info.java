/**
 * What modules add to the configuration file: a {@link io.goodput.config.section.Section} is a key at the top of the
 * file with what stands behind it, a {@link io.goodput.config.section.Vocabulary} the sections that one module brings.
 */
package io.goodput.config.section;
