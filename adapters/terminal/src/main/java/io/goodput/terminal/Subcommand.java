package io.goodput.terminal;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * A command of {@code goodput}, of whatever module brings it: a class with picocli's {@link Command}, whose name is the
 * word after {@code goodput}. It answers with an {@link ExitStatus}.
 *
 * <p>{@code goodput} finds it by {@link java.util.ServiceLoader}. The module says {@code provides Subcommand with …},
 * and {@code META-INF/services/io.goodput.terminal.Subcommand} the same for the class path, on which {@code goodput}
 * runs.
 */
public interface Subcommand extends Callable<Integer> {}
