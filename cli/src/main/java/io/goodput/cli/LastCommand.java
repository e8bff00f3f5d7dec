package io.goodput.cli;

import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs the innermost command given. Unlike {@link RunLast} alone, an {@link Error} counts as an internal error too:
 * thrown through {@code main} it would end the JVM with status 1, which says that a claim does not hold.
 */
final class LastCommand implements IExecutionStrategy {
    private final IExecutionStrategy runLast = new RunLast();

    @Override
    public int execute(ParseResult parsed) {
        try {
            return runLast.execute(parsed);
        } catch (Error error) {
            CommandLine root = parsed.commandSpec().commandLine();
            throw new ExecutionException(root, error.toString(), error);
        }
    }
}
