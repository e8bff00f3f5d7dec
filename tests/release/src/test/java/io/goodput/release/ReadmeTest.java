package io.goodput.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells users to write, held against the example that is built and run. */
class ReadmeTest {
    private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path temp;

    @Test
    void the_readme_tells_what_the_example_has() throws Exception {
        Pom told = readme();
        Pom example = Pom.read(Library.ROOT.resolve("examples/standalone/pom.xml"));
        for (String path : new String[] {
            "/project/repositories/repository/id",
            "/project/dependencyManagement//groupId",
            "/project/dependencyManagement//artifactId",
            "/project/dependencyManagement//type",
            "/project/dependencyManagement//scope",
            "/project/dependencies/dependency/artifactId"
        }) {
            assertThat(told.texts(path)).as(path).isNotEmpty().isEqualTo(example.texts(path));
        }
        assertThat(told.text("//repository/url")).isEqualTo(example.text("/project/properties/goodput.repository"));
        assertThat(told.text("//dependencyManagement//version"))
                .isEqualTo(example.text("/project/properties/goodput.version"));
    }

    @Test
    void the_example_has_the_version_that_is_published_next() throws Exception {
        assertThat(Pom.read(Library.ROOT.resolve("pom.xml")).text("/project/properties/revision"))
                .isEqualTo(readme().text("//dependencyManagement//version") + "-SNAPSHOT");
    }

    private Pom readme() throws Exception {
        Matcher block = XML.matcher(text());
        assertThat(block.find()).isTrue();
        return Pom.read(Files.writeString(temp.resolve("pom.xml"), "<project>" + block.group(1) + "</project>"));
    }

    private static String text() throws IOException {
        return Files.readString(Library.ROOT.resolve("README.md"));
    }
}
