package io.goodput.lab.lint;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Service;
import io.goodput.lint.Finding;
import io.goodput.lint.Level;
import io.goodput.lint.LintRule;
import io.goodput.lint.ZoneRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is dangerous in a model. */
public final class ModelRules {
    private ModelRules() {}

    /** All of it: guards in the order of their callers, then services, then what goes through several layers. */
    public static List<ModelFinding> findings(Model model) {
        var all = new ArrayList<ModelFinding>();
        for (ModelledCall call : ModelledCall.all(model)) {
            all.addAll(ofGuard(call));
            ModelFinding knee = Knee.exceededBy(call, model);
            if (knee != null && !call.guard().accept().contains(LintRule.LIMIT_ABOVE_KNEE)) {
                all.add(knee);
            }
        }
        model.services().stream()
                .map(ModelRules::oneZone)
                .filter(Objects::nonNull)
                .forEach(all::add);
        all.addAll(new RetryLayers(model).findings());
        return all;
    }

    /** A guard's own rules; a call that has none at all is part of a model, and not the guard of an application. */
    private static List<ModelFinding> ofGuard(ModelledCall call) {
        if (call.guard().equals(GuardSettings.NONE)) {
            return unguarded(call);
        }
        return call.guard().newGuard(call.caller()).check().stream()
                .filter(finding -> finding.rule() != LintRule.DEADLINE_MISSING || !passesDeadlinesOn(call.service()))
                .map(finding -> ModelFinding.of(weighed(call, finding), call.guardKeys()))
                .toList();
    }

    private static boolean holdsSlots(ModelledCall call) {
        return call.service() != null && Knee.isBounded(call.service().capacity());
    }

    /** What is left of the caller's own deadline counts for its calls. */
    private static boolean passesDeadlinesOn(@Nullable Service service) {
        return service != null && service.deadlines() != Service.Deadlines.IGNORED;
    }

    /** Who has no slots has none that a call without an end could hold. */
    private static Finding weighed(ModelledCall call, Finding finding) {
        return !holdsSlots(call) && finding.rule() == LintRule.DEADLINE_MISSING
                ? new Finding(Level.NOTE, finding.rule(), finding.subject(), finding.setting(), finding.message())
                : finding;
    }

    /** What waits in a slot keeps others out; what waits elsewhere only waits. */
    private static List<ModelFinding> unguarded(ModelledCall call) {
        if (!holdsSlots(call) || passesDeadlinesOn(call.service())) {
            return List.of();
        }
        return List.of(ModelFinding.of(
                Level.WARNING,
                LintRule.DEADLINE_MISSING,
                call.caller(),
                call.keys(),
                "calls " + call.dependency().service()
                        + " without a guard; a call that hangs keeps one of its slots for ever"));
    }

    private static @Nullable ModelFinding oneZone(Service service) {
        Finding finding = ZoneRule.check(service.name(), "", service.endpoints(), service.zones());
        return finding == null ? null : new ModelFinding(finding, List.of("services", service.name(), "zones"));
    }
}
