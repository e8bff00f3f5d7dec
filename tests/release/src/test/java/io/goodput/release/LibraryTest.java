package io.goodput.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the build says in several places of what is published. */
class LibraryTest {
    @Test
    void the_bom_lists_what_is_published_and_nothing_else() throws Exception {
        assertThat(Pom.read(Library.ROOT.resolve("bom/pom.xml"))
                        .texts("/project/dependencyManagement/dependencies/dependency/artifactId"))
                .containsExactlyInAnyOrderElementsOf(artifacts());
    }

    @Test
    void the_documentation_of_the_api_shows_what_is_published_and_nothing_else() throws Exception {
        var pom = Pom.read(Library.ROOT.resolve("docs/api/pom.xml"));
        List<String> sources = new ArrayList<>();
        List<String> modules = new ArrayList<>();
        for (Library library : Library.published()) {
            modules.add(library.module());
            sources.add("%s=${maven.multiModuleProjectDirectory}/%s/src/main/java"
                    .formatted(library.module(), Library.ROOT.relativize(library.folder())));
        }

        assertThat(pom.texts("//dependency[groupId = 'io.goodput']/artifactId"))
                .containsExactlyInAnyOrderElementsOf(artifacts());
        assertThat(pom.texts("//argument[preceding-sibling::argument[1] = '--module-source-path']"))
                .containsExactlyInAnyOrderElementsOf(sources);
        assertThat(pom.text("//argument[preceding-sibling::argument[1] = '--module']")
                        .split(","))
                .containsExactlyInAnyOrderElementsOf(modules);
    }

    @Test
    void each_module_says_what_it_is_in_words_of_its_own() throws Exception {
        for (Library library : Library.all()) {
            assertThat(library.pom().text("/project/description"))
                    .as(library.artifact())
                    .isNotEmpty();
        }
    }

    @Test
    void packages_that_no_other_module_sees_are_no_api() throws Exception {
        var concealed = new TreeSet<String>();
        for (Library library : Library.published()) {
            concealed.addAll(library.concealed());
        }
        assertThat(Pom.read(Library.ROOT.resolve("pom.xml"))
                        .texts("//profile[id = 'api-check']//parameter/excludes/exclude"))
                .containsExactlyInAnyOrderElementsOf(concealed);
    }

    static List<String> artifacts() throws Exception {
        List<String> artifacts = new ArrayList<>();
        for (Library library : Library.published()) {
            artifacts.add(library.artifact());
        }
        return artifacts;
    }
}
