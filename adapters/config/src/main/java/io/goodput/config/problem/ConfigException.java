package io.goodput.config.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that cannot be used, with all that is wrong with it. Its message has a line for each problem, which
 * names the file, the line, the key and what was expected; of more than {@value #MOST_LINES} it says how many more.
 */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LINES = 20;

    private final transient List<Problem> problems;

    /** The message is shown to the user as it is. */
    public ConfigException(String message) {
        super(message, null, false, false);
        this.problems = List.of(new Problem(null, "", message));
    }

    /** At least one, in the order of the file. */
    ConfigException(List<Problem> problems) {
        super(message(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    private static String message(List<Problem> problems) {
        String lines = problems.stream().limit(MOST_LINES).map(Problem::text).collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_LINES;
        return more <= 0 ? lines : lines + "\nand " + more + (more == 1 ? " more problem" : " more problems");
    }

    /**
     * All that is wrong, in the order of the file; at least one. Of very many a thousand, and a last one that says that
     * there are more.
     */
    public List<Problem> problems() {
        return problems;
    }

    /** Where the first problem is; null if it is not at any one place, as of a file that does not exist. */
    public @Nullable FilePlace place() {
        return problems.getFirst().place();
    }
}
