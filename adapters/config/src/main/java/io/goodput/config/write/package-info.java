/**
 * Settings on their way out: in comes a tree of {@link io.goodput.config.write.Written} values, out comes YAML or JSON
 * with the same keys.
 */
package io.goodput.config.write;
