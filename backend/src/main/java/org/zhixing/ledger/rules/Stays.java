package org.zhixing.ledger.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zhixing.clock.rules.CaseSuspension;
import org.zhixing.clock.rules.SuspensionReason;

/** Whether a case stands still, and its money with it: stayed or suspended (法发〔2017〕6号 art. 10). */
public final class Stays {
    private static final Set<SuspensionReason> STOP =
            EnumSet.of(SuspensionReason.STAY, SuspensionReason.SUSPENSION, SuspensionReason.CASE_STAYED);

    private Stays() {}

    public static boolean on(LocalDate day, List<CaseSuspension> suspensions) {
        return suspensions.stream()
                .filter(each -> each.status() == CaseSuspension.Status.APPROVED)
                .filter(each -> STOP.contains(each.reason()))
                .anyMatch(each -> each.days().covers(day));
    }
}
