package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.paper.PaperPress;
import org.zhixing.paper.Templates;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;

/** The administrator writes a template anew, and looks at it on a real case before. */
@ApplicationScoped
public class EditTemplate {
    private final Database database;
    private final Templates templates;
    private final Cases cases;
    private final PaperDesk desk;
    private final PaperPress press;
    private final Audit audit;

    EditTemplate(Database database, Templates templates, Cases cases, PaperDesk desk, PaperPress press, Audit audit) {
        this.database = database;
        this.templates = templates;
        this.cases = cases;
        this.desk = desk;
        this.press = press;
        this.audit = audit;
    }

    /** 400 with the faults by line, 412 where somebody published meanwhile. */
    public Uni<Integer> publish(Actor actor, PaperKinds.Kind kind, int seen, String text, String reason) {
        return database.inTransaction(tx -> templates
                .publish(tx, actor, kind, seen, text, reason)
                .call(version -> audit.write(
                        tx,
                        Audit.by(actor),
                        List.of(new Entry(
                                "paper-template.published",
                                null,
                                null,
                                Map.of("kind", kind.code(), "version", version, "reason", reason))))));
    }

    /** Administrators have no case in sight: this one they name, its people are masked, and the look is on its trail. */
    public Uni<byte[]> preview(Actor actor, PaperKinds.Kind kind, String text, String caseNumber) {
        templates.check(kind, text);
        return database.inTransaction(tx -> cases.byNumbers(tx, actor.courtId(), List.of(caseNumber))
                        .map(found -> {
                            EnforcementCase of = found.get(caseNumber);
                            if (of == null) {
                                throw Refusal.notFound();
                            }
                            return of;
                        })
                        .call(of -> look(tx, actor, kind, of)))
                .chain(of -> desk.facts(actor, of, null, true)
                        .chain(facts ->
                                press.print(kind, text, facts, new Paper.Content(1, respondent(of), Map.of()))));
    }

    private Uni<Void> look(SqlConnection tx, Actor actor, PaperKinds.Kind kind, EnforcementCase of) {
        return audit.write(
                tx,
                Audit.by(actor),
                List.of(new Entry("paper-template.tried", of.id(), null, Map.of("kind", kind.code()))));
    }

    private static String respondent(EnforcementCase of) {
        return of.row().parties().stream()
                .filter(party -> party.role() == PartyRole.RESPONDENT)
                .map(NamedParty::name)
                .findFirst()
                .orElse("");
    }
}
