package io.goodput.lab.catalogue;

import io.goodput.config.problem.Echo;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.Scenario;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page that tells of each scenario what to look at. Its text is a file beside this class, in which places such as
 * <code>{p99(fifo)}</code> stand for the figures; they are filled from the runs, so that no figure is written by hand.
 *
 * <p>A section is {@code ## } and the name of its scenario, and what follows; see {@link FigurePlace} for the places.
 */
public final class CataloguePage {
    /** The file, beside the page of all figures. */
    public static final String FILE = "catalogue.md";

    private static final Pattern SECTIONS = Pattern.compile("^(?=## )", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("## ([\\w-]+)\n");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}\n]+)}");

    private CataloguePage() {}

    /** The page, filled from the runs of all the scenarios that it has a section of. */
    public static String page(List<CatalogueSection> runs) {
        Map<String, CatalogueSection> byName =
                runs.stream().collect(Collectors.toMap(run -> run.report().scenario(), Function.identity()));
        return SECTIONS.splitAsStream(text())
                .map(section -> {
                    Matcher name = NAME.matcher(section);
                    return name.lookingAt()
                            ? filled(section, Objects.requireNonNull(byName.get(name.group(1)), name.group(1)))
                            : section;
                })
                .collect(Collectors.joining());
    }

    /** One section of it. */
    public static String section(CatalogueSection run) {
        return SECTIONS.splitAsStream(text())
                .filter(section -> section.startsWith("## " + run.report().scenario() + "\n"))
                .map(section -> filled(section, run))
                .findFirst()
                .orElseThrow();
    }

    private static String filled(String section, CatalogueSection run) {
        Scenario scenario = Objects.requireNonNull(Catalogue.find(run.report().scenario()));
        List<VariantResult> variants = run.report().variants();
        return PLACE.matcher(section)
                .replaceAll(place -> Matcher.quoteReplacement(figure(scenario, variants, place.group(1))));
    }

    private static String figure(Scenario scenario, List<VariantResult> variants, String place) {
        try {
            return FigurePlace.parse(place, scenario).written(variants);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    FILE + ", " + scenario.name() + ": {" + Echo.of(place) + "}: " + wrong.getMessage(), wrong);
        }
    }

    private static String text() {
        try (var in = CataloguePage.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException(FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
