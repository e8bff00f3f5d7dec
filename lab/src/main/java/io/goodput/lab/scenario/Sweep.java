package io.goodput.lab.scenario;

import io.goodput.lab.claim.Measure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * That a scenario runs each variant once for each value of a key, or for each pair of values of two.
 *
 * @param axes one or two
 * @param variants the names of what is compared, without the values
 * @param figures what is drawn over the values
 * @param title over the drawing; empty for the name of the scenario
 */
public record Sweep(List<Varied> axes, List<String> variants, List<Measure> figures, String title) {
    /** The most points of all axes together. */
    public static final int MOST_POINTS = ValueSyntax.MOST;

    /** The most variants, each at all points. */
    public static final int MOST_RUNS_OF_POINTS = 2_000;

    /** The values of each point, those of the last axis changing fastest. */
    public List<List<String>> points() {
        List<List<String>> points = List.of(List.of());
        for (Varied axis : axes) {
            var longer = new ArrayList<List<String>>();
            for (List<String> point : points) {
                for (String value : axis.values()) {
                    var extended = new ArrayList<>(point);
                    extended.add(value);
                    longer.add(List.copyOf(extended));
                }
            }
            points = longer;
        }
        return points;
    }

    /** What a variant is called at a point, in claims and in reports: {@code shed@80/s}. */
    public static String name(String variant, List<String> point) {
        return variant + "@" + String.join("@", point);
    }

    /** The variant of such a name; the names of variants have no @. */
    public static String variant(String name) {
        return name.substring(0, name.indexOf('@'));
    }

    /** Of some of the variants, in their order. */
    Sweep with(Collection<String> chosen) {
        return new Sweep(axes, variants.stream().filter(chosen::contains).toList(), figures, title);
    }
}
