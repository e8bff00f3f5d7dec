package io.goodput.config;

import io.goodput.config.language.Node;
import io.goodput.config.policy.PolicySections;
import io.goodput.config.problem.FileFinding;
import io.goodput.lint.Finding;
import java.util.ArrayList;
import java.util.List;

/** What is dangerous in the guards of a configuration, each finding at the place of the setting that it is about. */
record GuardLint(Node root) {
    List<FileFinding> findings(Configuration configuration) {
        var all = new ArrayList<FileFinding>();
        configuration
                .get(PolicySections.GUARDS)
                .forEach((name, guard) -> guard.newGuard(name).check().forEach(finding -> all.add(placed(finding))));
        return all;
    }

    private FileFinding placed(Finding finding) {
        var keys = new ArrayList<>(List.of(PolicySections.GUARDS.key(), finding.subject()));
        if (!finding.setting().isEmpty()) {
            keys.addAll(List.of(finding.setting().split("\\.", -1)));
        }
        Node node = root.nearest(keys);
        return FileFinding.of(finding, node.keyPlace(), node.path());
    }
}
