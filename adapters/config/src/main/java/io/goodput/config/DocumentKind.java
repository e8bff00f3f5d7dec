package io.goodput.config;

import io.goodput.config.language.Node;
import io.goodput.config.problem.CheckedFile;
import io.goodput.config.schema.JsonSchema;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * A kind of file that commands read, such as a configuration, with a JSON Schema for editors. Modules bring theirs:
 * {@link ServiceLoader} finds them, as it does a {@link io.goodput.config.section.Vocabulary}.
 */
public interface DocumentKind {

    /** How a command calls it: {@code configuration}. No other kind has the same. */
    String name();

    /** What a file may be. */
    JsonSchema schema();

    /** Keys at the top of a file that only files of this kind have. */
    Set<String> marks();

    /** The command for files of this kind: {@code goodput config check FILE}. */
    String command();

    /**
     * Reads text as the commands would.
     *
     * @param name stands for the file's name in messages
     * @param folder where the files lie that the text names
     * @throws io.goodput.config.problem.ConfigException if it cannot be used
     */
    Object parse(String name, String text, Path folder);

    /**
     * Reads text, and looks for what is dangerous in what it says.
     *
     * @param name stands for the file's name in findings
     * @param folder where the files lie that the text names
     */
    CheckedFile<?> check(String name, String text, Path folder);

    /** Whether {@code goodput config check} is for such files; otherwise a command of their own checks them. */
    default boolean isForConfigCheck() {
        return false;
    }

    /**
     * What stands in a file that can be used, in a few words.
     *
     * @param value what {@link #parse} gives
     */
    default String summary(Object value) {
        return value.toString();
    }

    /**
     * Refuses a file of another kind, and says which command is for it, before any of its keys is called unknown. A
     * file is of the kind whose marks it has; one that has this kind's too is this kind's to judge.
     *
     * @throws io.goodput.config.problem.ConfigException at the first mark of the other kind
     */
    default void refuseOthers(Node root) {
        if (!root.isBlock() || marks().stream().anyMatch(root.entries()::containsKey)) {
            return;
        }
        for (DocumentKind other : registered()) {
            root.entries().forEach((key, value) -> {
                if (!other.name().equals(name()) && other.marks().contains(key)) {
                    throw value.keyError("this is a " + other.name() + ", for '" + other.command() + "' (expected: a "
                            + name() + ")");
                }
            });
        }
    }

    /** All that are there, by name. */
    static List<DocumentKind> registered() {
        return ServiceLoader.load(DocumentKind.class, DocumentKind.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(DocumentKind::name))
                .toList();
    }
}
