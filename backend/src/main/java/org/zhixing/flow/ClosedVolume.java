package org.zhixing.flow;

import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.dossier.Volumes;
import org.zhixing.platform.Refusal;

/** Why the volume of a case that is not open takes no change: it is in the archive, or the case is closed. */
final class ClosedVolume {
    private ClosedVolume() {}

    static Refusal of(EnforcementCase whole) {
        EnforcementCase.Archiving archiving = whole.archiving();
        return archiving == null
                ? Refusal.rule("case-closed", "一(五)")
                : Volumes.archived(whole.row().number().text(), archiving.on());
    }
}
