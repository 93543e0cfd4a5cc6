package org.zhixing.cases.rules;

import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Role;
import org.zhixing.access.rules.Team;

/** Who sees an import. The register is its desk's; query results name accounts of people in cases of every team. */
public final class ImportSight {
    private ImportSight() {}

    /** The affairs team works for every team (一(四)1); whoever else imports results sees their own. */
    public static boolean everybodys(Actor actor, SheetKind kind) {
        return kind == SheetKind.REGISTER
                || actor.team() == Team.AFFAIRS
                || actor.hasAny(Role.PRESIDENT, Role.DIRECTOR, Role.AUDITOR);
    }

    public static boolean sees(Actor actor, ImportRun run) {
        return everybodys(actor, run.kind()) || own(actor, run);
    }

    /** Whether the numbers in it are shown in full: to whoever had them first. */
    public static boolean own(Actor actor, ImportRun run) {
        return run.createdBy().id().equals(actor.personId());
    }

    /** Whether the person may have its new rows put in. */
    public static boolean commits(Actor actor, ImportRun run) {
        return run.kind() == SheetKind.REGISTER || actor.team() == Team.AFFAIRS || own(actor, run);
    }
}
