/**
 * Configuration files: in comes a YAML file, out comes a {@link io.goodput.config.Configuration}, or one
 * {@link io.goodput.config.problem.ConfigException}. Which sections a file may have, the modules say that are there:
 * {@link io.goodput.config.Sections}.
 */
package io.goodput.config;
