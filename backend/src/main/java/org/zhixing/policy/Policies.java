package org.zhixing.policy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.CalendarYear;
import org.zhixing.dossier.Catalogues;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Publication;
import org.zhixing.policy.rules.Draft;
import org.zhixing.policy.rules.PolicyKind;
import org.zhixing.signing.SigningPolicies;
import org.zhixing.triage.Triage;

/** What a court has published of each kind, and when, by whom and why. */
@ApplicationScoped
public class Policies {
    private final Nodes nodes;
    private final Triage triage;
    private final Catalogues catalogues;
    private final SigningPolicies signing;
    private final Drafts drafts;
    private final PolicyTexts texts;
    private final CourtClock clock;

    Policies(
            Nodes nodes,
            Triage triage,
            Catalogues catalogues,
            SigningPolicies signing,
            Drafts drafts,
            PolicyTexts texts,
            CourtClock clock) {
        this.nodes = nodes;
        this.triage = triage;
        this.catalogues = catalogues;
        this.signing = signing;
        this.drafts = drafts;
        this.texts = texts;
        this.clock = clock;
    }

    /** All versions, the oldest first. A calendar's are its publications from drafts, each of one year. */
    public Uni<List<Publication>> versions(SqlClient client, int courtId, PolicyKind kind) {
        return switch (kind) {
            case NODES -> nodes.published(client, courtId).map(all -> today(kind, all));
            case TRIAGE -> triage.published(client, courtId).map(all -> today(kind, all));
            case CALENDAR -> drafts.published(client, courtId, kind).map(this::years);
            case DOSSIER -> catalogues.published(client, courtId).map(all -> today(kind, all));
            case SIGNING -> signing.published(client, courtId).map(all -> today(kind, all));
        };
    }

    private List<Publication> today(PolicyKind kind, List<Publication> all) {
        return all.stream()
                .map(each -> new Publication(
                        each.version(),
                        each.effectiveFrom(),
                        texts.today(kind, each.document()),
                        each.at(),
                        each.by(),
                        each.reason()))
                .toList();
    }

    private List<Publication> years(List<Draft> published) {
        List<Publication> all = new ArrayList<>();
        for (Draft draft : published) {
            LocalDate from = LocalDate.of(texts.calendar(draft.document()).year(), 1, 1);
            Draft.Ended ended = draft.ended();
            if (ended != null) {
                all.add(new Publication(
                        draft.version(), from, draft.document(), ended.at(), ended.by(), ended.reason()));
            }
        }
        return all;
    }

    /**
     * What a draft is compared with.
     *
     * @param version the version published last; null for a calendar, which has years and no versions
     * @param effectiveFrom from when that is in force, null for a calendar
     */
    public record Base(@Nullable Integer version, @Nullable LocalDate effectiveFrom, String document) {}

    /** The version published last; for a calendar the draft's year as it is published, or this year's. */
    public Uni<Base> base(SqlClient client, int courtId, PolicyKind kind, Optional<Draft> draft) {
        if (kind != PolicyKind.CALENDAR) {
            return versions(client, courtId, kind).map(all -> {
                Publication last = all.get(all.size() - 1);
                return new Base(last.version(), last.effectiveFrom(), last.document());
            });
        }
        int year = draft.filter(Draft::inHand)
                .map(given -> texts.calendar(given.document()).year())
                .orElse(clock.today().getYear());
        return year(client, courtId, year);
    }

    /** That year as it is published, without a day where it is not. */
    public Uni<Base> year(SqlClient client, int courtId, int year) {
        return nodes.years(client, courtId)
                .map(years -> years.stream()
                        .filter(each -> each.year() == year)
                        .findFirst()
                        .orElseGet(() -> new CalendarYear(year, false, Map.of(), Map.of())))
                .map(found -> new Base(null, null, texts.of(found)));
    }
}
