package io.goodput.config;

import io.goodput.config.problem.CheckedFile;
import io.goodput.config.schema.JsonSchema;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A kind of file that commands read, such as a configuration, with a JSON Schema for editors. Modules bring theirs:
 * {@link ServiceLoader} finds them, as it does a {@link io.goodput.config.section.Vocabulary}.
 */
public interface DocumentKind {

    /** How a command calls it: {@code configuration}. No other kind has the same. */
    String name();

    /** What a file may be. */
    JsonSchema schema();

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

    /** All that are there, by name. */
    static List<DocumentKind> registered() {
        return ServiceLoader.load(DocumentKind.class, DocumentKind.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(DocumentKind::name))
                .toList();
    }
}
