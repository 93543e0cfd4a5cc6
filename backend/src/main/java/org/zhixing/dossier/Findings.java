package org.zhixing.dossier;

import org.zhixing.dossier.rules.Finding;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;

/** What was found in a file as a refusal to its sender. */
public final class Findings {
    private Findings() {}

    public static Refusal refusal(Finding finding) {
        Object[] params = finding.params().stream()
                .map(each -> each.startsWith("kind.") ? new Messages.Term(each) : each)
                .toArray();
        return Refusal.of(422, finding.code(), params);
    }
}
