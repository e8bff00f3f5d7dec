/**
 * What is wrong with a file, for a person: in comes what somebody wrote and what was expected, out comes one
 * {@link io.goodput.config.problem.ConfigException} with every {@link io.goodput.config.problem.Problem}: it names the
 * file, the line and the key, repeats the text so that a terminal does not obey it
 * ({@link io.goodput.config.problem.Echo}) and suggests the {@link io.goodput.config.problem.NearestName}.
 * {@link io.goodput.config.problem.Problems} collects them from part to part.
 */
package io.goodput.config.problem;
