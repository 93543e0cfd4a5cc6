package org.zhixing.dossier;

import org.zhixing.dossier.rules.Finding;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;

/** What was found in a file as a refusal to its sender: 413 where it is too large, else 422. */
public final class Findings {
    private Findings() {}

    public static Refusal refusal(Finding finding) {
        Object[] params = finding.params().stream()
                .map(each -> each.startsWith("kind.") ? new Messages.Term(each) : each)
                .toArray();
        int status = finding.code().equals("file-too-large") ? 413 : 422;
        return Refusal.of(status, finding.code(), params).under(finding.clause());
    }
}
