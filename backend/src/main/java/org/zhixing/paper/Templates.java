package org.zhixing.paper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.paper.rules.Template;
import org.zhixing.paper.rules.TemplateFault;
import org.zhixing.paper.store.TemplateRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Json;
import org.zhixing.platform.Refusal;

/** The templates of each kind: the one that comes with the application, and above it the court's own versions. */
@ApplicationScoped
public class Templates {
    private final TemplateRows rows;
    private final CourtClock clock;
    private final Map<String, String> shipped = new ConcurrentHashMap<>();

    Templates(TemplateRows rows, CourtClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** A version; by nobody and at no time where it came with the application. */
    public record Version(
            int version,
            String text,
            @Nullable String reason,
            @Nullable UUID by,
            @Nullable Instant at) {}

    /** Newest first; the first is in force. */
    public Uni<List<Version>> versions(SqlClient client, int courtId, PaperKinds.Kind kind) {
        return rows.versions(client, courtId, kind.code()).map(own -> {
            List<Version> all = new ArrayList<>();
            own.forEach(row -> all.add(new Version(row.version(), row.text(), row.reason(), row.by(), row.at())));
            all.add(shipped(kind));
            return all;
        });
    }

    /** The one that comes with the application. */
    public Version shipped(PaperKinds.Kind kind) {
        return new Version(1, text(kind), null, null, null);
    }

    public Uni<Version> inForce(SqlClient client, int courtId, PaperKinds.Kind kind) {
        return versions(client, courtId, kind).map(all -> all.get(0));
    }

    /** The version in force of every kind the court has changed; of the others it is 1. */
    public Uni<Map<String, Integer>> latest(SqlClient client, int courtId) {
        return rows.latest(client, courtId);
    }

    /** 400 with each fault by its line; 412 where somebody published meanwhile. */
    public Uni<Integer> publish(
            SqlConnection tx, Actor by, PaperKinds.Kind kind, int seen, String text, String reason) {
        check(kind, text);
        return inForce(tx, by.courtId(), kind).chain(now -> {
            if (now.version() != seen) {
                throw Refusal.stale(now.version(), List.of("text"));
            }
            var row = new TemplateRows.Row(seen + 1, text, reason, by.personId(), clock.now());
            return rows.insert(tx, by.courtId(), kind.code(), row).map(inserted -> {
                if (inserted == 0) {
                    throw Refusal.stale(seen + 1, List.of("text"));
                }
                return seen + 1;
            });
        });
    }

    /** 400 where it has faults. */
    public void check(PaperKinds.Kind kind, String text) {
        Template template = Template.read(text);
        List<TemplateFault> faults =
                kind.recorded() ? template.faults(Template.read(text(kind)).variables()) : template.faults();
        if (!faults.isEmpty()) {
            throw Refusal.fields(faults.stream()
                    .map(fault -> Refusal.FieldError.of("text", fault.word(), fault.code(), fault.line(), fault.word()))
                    .toList());
        }
    }

    private String text(PaperKinds.Kind kind) {
        return shipped.computeIfAbsent(kind.code(), code -> Json.resource("policy/papers/" + code + ".txt"));
    }
}
