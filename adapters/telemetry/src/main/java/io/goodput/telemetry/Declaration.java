package io.goodput.telemetry;

import io.goodput.Classifier;
import io.goodput.telemetry.unit.Dependencies.Named;
import io.goodput.telemetry.unit.Kind;
import io.goodput.telemetry.unit.SheetLayout;
import io.goodput.telemetry.unit.SheetLayout.FieldPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Declares an operation: what its records always tell. */
public final class Declaration {
    private final Telemetry telemetry;
    private final String name;
    private final Map<Kind, List<DeclaredName>> fields = new EnumMap<>(Kind.class);
    private final Set<String> dependencies = new LinkedHashSet<>();
    private Classifier classifier = Classifier.standard();

    Declaration(Telemetry telemetry, String name) {
        this.telemetry = telemetry;
        this.name = name;
    }

    /** How often something happens. */
    public Declaration counts(Count... counts) {
        return add(Kind.COUNT, counts);
    }

    /** How long something takes. */
    public Declaration times(Time... times) {
        return add(Kind.TIME, times);
    }

    /** How much there is of something. */
    public Declaration quantities(Quantity... quantities) {
        return add(Kind.QUANTITY, quantities);
    }

    /** What its requests are about. */
    public Declaration details(Detail... details) {
        return add(Kind.DETAIL, details);
    }

    private Declaration add(Kind kind, DeclaredName... names) {
        List<DeclaredName> there = fields.computeIfAbsent(kind, _ -> new ArrayList<>());
        for (DeclaredName each : names) {
            if (there.stream().anyMatch(other -> other.name().equals(each.name()))) {
                throw new IllegalArgumentException(name + ": " + each + " is declared twice");
            }
            there.add(each);
        }
        return this;
    }

    /** What it depends on: the names of guards, if it calls them through guards. */
    public Declaration depends(Downstream... on) {
        Arrays.stream(on).map(DeclaredName::name).forEach(dependencies::add);
        return this;
    }

    /** What its answers and exceptions mean. Default: {@link Classifier#standard()}. */
    public Declaration classifier(Classifier classifier) {
        this.classifier = classifier;
        return this;
    }

    /**
     * What was told so far, as an operation.
     *
     * @throws IllegalArgumentException if it has more than {@value SheetLayout#MOST_FIELDS} fields, or more than
     *     {@value SheetLayout#MOST_DEPENDENCIES} dependencies
     * @throws IllegalStateException if there is an operation of this name
     */
    public ServiceOperation declare() {
        check("fields", fields.values().stream().mapToInt(List::size).sum(), SheetLayout.MOST_FIELDS);
        check("dependencies", dependencies.size(), SheetLayout.MOST_DEPENDENCIES);
        return telemetry.declare(this);
    }

    private void check(String what, int number, int most) {
        if (number > most) {
            throw new IllegalArgumentException(name + ": " + what + ": " + number + " (expected: <= " + most + ")");
        }
    }

    String name() {
        return name;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    Classifier classifier() {
        return classifier;
    }

    SheetLayout layout(int index) {
        Map<Kind, List<String>> names = new EnumMap<>(Kind.class);
        fields.forEach((kind, all) ->
                names.put(kind, all.stream().map(DeclaredName::name).toList()));
        List<Named> named = dependencies.stream().map(telemetry::dependency).toList();
        return new SheetLayout(name, index, names, named);
    }

    short[] bases(SheetLayout layout, short none) {
        int most = fields.values().stream()
                .flatMap(List::stream)
                .mapToInt(each -> each.number)
                .max()
                .orElse(-1);
        short[] bases = new short[most + 1];
        Arrays.fill(bases, none);
        fields.forEach((kind, names) -> {
            List<FieldPlace> places = layout.fields(kind);
            for (int i = 0; i < places.size(); i++) {
                bases[names.get(i).number] = (short) places.get(i).base();
            }
        });
        return bases;
    }

    Map<Kind, Map<String, Integer>> basesByName(SheetLayout layout) {
        Map<Kind, Map<String, Integer>> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Map<String, Integer> bases = new HashMap<>();
            layout.fields(kind).forEach(each -> bases.put(each.name(), each.base()));
            all.put(kind, Map.copyOf(bases));
        }
        return all;
    }
}
