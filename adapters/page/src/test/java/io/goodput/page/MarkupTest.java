package io.goodput.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void no_text_is_read_as_markup_in_content_or_in_an_attribute() {
        assertThat(Markup.escape("</p><b a='1' b=\"2\">&"))
                .isEqualTo("&lt;/p&gt;&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;");
    }

    @Test
    void what_a_parser_refuses_and_what_turns_text_around_is_replaced() {
        assertThat(Markup.escape("a\u0000b\u0085c\u202ed\ud800e\ufffef\t\n🙂")).isEqualTo("a�b�c�d�e�f\t\n🙂");
    }

    @Test
    void a_head_allows_its_page_the_parts_that_it_holds_and_nothing_else() {
        String head = PageHead.of("Goodput", "<b>", "p{}", List.of("go()"));

        assertThat(head)
                .startsWith("<!DOCTYPE html>\n")
                .contains("<title>&lt;b&gt; · Goodput</title>", "<style>p{}</style>")
                .contains("default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src 'sha256-")
                .containsPattern("script-src 'sha256-[^ ']+'\"")
                .endsWith("</head>\n");
        assertThat(PageHead.of("Goodput", "t", "", List.of())).contains("script-src 'none'");
    }

    @Test
    void the_ground_has_all_its_colours_in_the_light_and_in_the_dark() {
        String[] parts = PageGround.style().split("@media", -1);

        for (String name : List.of("--ground", "--ink", "--soft", "--rule", "--good", "--bad", "--focus")) {
            assertThat(parts).hasSize(2).allSatisfy(part -> assertThat(part).contains(name + ": #"));
        }
    }

    @Test
    void a_part_that_is_not_there_is_named() {
        assertThatThrownBy(() -> PageAsset.text(null, "no.css"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no.css");
    }
}
